package casebook.query.incidents.view;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.facet;
import static com.mongodb.client.model.Aggregates.group;

import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.ScopeFilter;
import com.mongodb.client.model.Facet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How many incidents of a filter there are of each kind, over all its pages; the most frequent first.
 *
 * @param item how many incidents have it; an incident counts once for each of its items
 */
public record Facets(
        Map<String, Long> category, Map<String, Long> station, Map<String, Long> status, Map<String, Long> item) {

    private static final String COUNT = "n";

    private static final Map<String, String> FIELDS = Map.of(
            "category", IncidentDocument.CATEGORY,
            "station", ScopeFilter.STATION,
            "status", IncidentDocument.STATUS,
            "item", IncidentDocument.ITEM_SET);

    /** What counts incidents that are alike in all kinds, in one pass over them. */
    static Bson alike() {
        var kinds = new Document();
        FIELDS.forEach((name, field) -> kinds.append(name, "$" + field));
        return group(kinds, sum(COUNT, 1L));
    }

    /** What adds up such counts, of one pass or of several. */
    static Bson sums() {
        return facet(FIELDS.keySet().stream().map(Facets::byOne).toList());
    }

    private static Facet byOne(String name) {
        return new Facet(name, group("$_id." + name, sum(COUNT, "$" + COUNT)));
    }

    /** How many incidents there are; each has one status. */
    long incidents() {
        return status.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Not so where something changed out of order. */
    boolean arePossible() {
        return Stream.of(category, station, status, item)
                .flatMap(counts -> counts.values().stream())
                .allMatch(number -> number > 0);
    }

    /** By how much each number is more than another's. */
    Facets without(Facets other) {
        return combined(other, (one, more) -> one - more);
    }

    /** The sum of both. */
    Facets with(Facets other) {
        return combined(other, Long::sum);
    }

    private Facets combined(Facets other, LongBinaryOperator numbers) {
        return new Facets(
                combined(category, other.category, numbers),
                combined(station, other.station, numbers),
                combined(status, other.status, numbers),
                combined(item, other.item, numbers));
    }

    /** What comes to nothing is left out. */
    private static Map<String, Long> combined(
            Map<String, Long> counts, Map<String, Long> others, LongBinaryOperator numbers) {
        var combined = new TreeMap<>(counts);
        others.forEach(
                (kind, number) -> combined.put(kind, numbers.applyAsLong(combined.getOrDefault(kind, 0L), number)));
        combined.values().removeIf(number -> number == 0);
        return ordered(combined);
    }

    /** @param counted the one document that the stages end with */
    static Facets of(Document counted) {
        return new Facets(
                ordered(counts(counted, "category")),
                ordered(counts(counted, "station")),
                ordered(counts(counted, "status")),
                ordered(ofEach(counts(counted, "item"))));
    }

    private static Map<String, Long> counts(Document counted, String name) {
        return counted.getList(name, Document.class).stream()
                .collect(Collectors.toMap(found -> found.getString("_id"), found -> found.getLong(COUNT)));
    }

    /** From counts of sets of items to counts of items. */
    private static Map<String, Long> ofEach(Map<String, Long> sets) {
        var counts = new TreeMap<String, Long>();
        sets.forEach((set, count) -> Arrays.stream(set.split(IncidentDocument.ITEM_SEPARATOR))
                .filter(item -> !item.isEmpty())
                .forEach(item -> counts.merge(item, count, Long::sum)));
        return counts;
    }

    private static Map<String, Long> ordered(Map<String, Long> counts) {
        var ordered = new LinkedHashMap<String, Long>();
        Stream<Map.Entry<String, Long>> entries = counts.entrySet().stream();
        entries.sorted(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
