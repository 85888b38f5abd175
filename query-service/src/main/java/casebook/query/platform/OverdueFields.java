package casebook.query.platform;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.DeadlineKind;
import casebook.events.DeadlineMissed;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is overdue of an incident, a case or an exhibit, as fields of its document: the kinds of deadline, and when the first of them passed. Where
 * nothing is, both are absent.
 */
public final class OverdueFields {

    private static final String KINDS = "overdue";
    private static final String SINCE = "overdueSince";

    private OverdueFields() {}

    public static void put(List<? extends DeadlineMissed> owed, Document document) {
        owed.stream()
                .map(DeadlineMissed::dueAt)
                .min(Instant::compareTo)
                .ifPresent(first -> document.append(SINCE, Date.from(first))
                        .append(
                                KINDS,
                                owed.stream()
                                        .map(missed -> missed.kind().name())
                                        .toList()));
    }

    /** Holds the documents that are overdue only. */
    public static IndexModel index() {
        return new IndexModel(ascending(SINCE), new IndexOptions().sparse(true));
    }

    public static Bson present() {
        return Filters.exists(SINCE);
    }

    public static Bson absent() {
        return Filters.exists(SINCE, false);
    }

    /** What is overdue longest of the documents that meet a filter, the first first. */
    public static Mono<List<Overdue>> longest(
            MongoCollection<Document> collection, Bson filter, int limit, Function<Document, List<Overdue>> items) {
        return Flux.from(collection
                        .find(Filters.and(present(), filter))
                        .sort(ascending(SINCE))
                        .limit(limit))
                .flatMapIterable(items)
                .collectSortedList(Comparator.comparing(Overdue::dueAt));
    }

    /** How many deadlines of each kind are overdue, but those of sealed cases: anybody may hear the figures. */
    public static Mono<Map<DeadlineKind, Long>> counts(Collection<MongoCollection<Document>> collections) {
        var stages = List.of(
                match(Filters.and(present(), SealFilter.unsealed())),
                unwind("$" + KINDS),
                group("$" + KINDS, sum("n", 1L)));
        return Flux.fromIterable(collections)
                .concatMap(collection -> collection.aggregate(stages))
                .collect(
                        () -> new EnumMap<>(DeadlineKind.class),
                        (counts, found) -> counts.merge(
                                DeadlineKind.valueOf(found.getString("_id")), found.getLong("n"), Long::sum));
    }
}
