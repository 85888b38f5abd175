package casebook.benchmarks.reads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UnwindOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/**
 * The same incidents as plain documents, for the same questions as plain aggregations and finds, under the indexes that one would make for
 * lists by time and for what they are filtered by. They hold no money, so tables of them have less to add up.
 */
final class PlainIncidents {

    static final String COLLECTION = "plain_incidents";

    private static final int BATCH = 1000;
    private static final String WORD = "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])";
    private static final String NTH = "nth";
    private static final String ZONE = "Asia/Ho_Chi_Minh";

    private final MongoCollection<Document> incidents;

    PlainIncidents(MongoDatabase database) {
        incidents = database.getCollection(COLLECTION);
    }

    void fill(int count) {
        var batch = new ArrayList<Document>();
        for (int number = 0; number < count; number++) {
            batch.add(document(number));
            if (batch.size() == BATCH || number == count - 1) {
                incidents.insertMany(batch);
                batch.clear();
            }
        }
    }

    /** Does nothing for those that are there. */
    void index() {
        incidents.createIndex(Indexes.ascending("occurredAt", "_id"));
        incidents.createIndex(Indexes.ascending("seizures.item", "number", "_id"));
        List.of("category", "station", "province")
                .forEach(field -> incidents.createIndex(Indexes.ascending(field, "occurredAt", "_id")));
    }

    /**
     * By year, by more fields and by what was seized: incidents, persons by role, vehicles and quantities. One goes through the incidents once,
     * which takes less than adding up seizures apart, also with {@code $facet}.
     *
     * @param filter of the incidents that count; voided ones do not
     */
    int yearly(Document filter, String... groups) {
        var key = new Document(
                "year", new Document("$year", new Document("date", "$occurredAt").append("timezone", ZONE)));
        for (var group : groups) {
            key.append(group, "$" + group);
        }
        key.append("item", "$seizures.item").append("unit", "$seizures.unit");
        var sums = new Document("_id", key)
                .append("incidents", sumOnce(1))
                .append("arrested", sumOnce("$unnamed.ARRESTED"))
                .append("violators", sumOnce("$unnamed.VIOLATOR"))
                .append("rescued", sumOnce("$unnamed.RESCUED"))
                .append("vehicles", sumOnce("$vehicleCount"))
                .append("enterprises", sumOnce("$enterpriseCount"))
                .append("quantity", sum("$seizures.quantity"));
        return rows(
                Aggregates.match(new Document(filter).append("status", new Document("$ne", "VOIDED"))),
                Aggregates.unwind(
                        "$seizures", new UnwindOptions().includeArrayIndex(NTH).preserveNullAndEmptyArrays(true)),
                new Document("$group", sums));
    }

    /** @param skipped how many rows stand before the page */
    int page(Document filter, String order, int skipped, int limit) {
        return incidents
                .find(filter)
                .sort(Sorts.descending(order, "_id"))
                .allowDiskUse(true)
                .skip(skipped)
                .limit(limit)
                .into(new ArrayList<>())
                .size();
    }

    /** How many there are of each category, station, status and item. */
    int facets(Bson filter) {
        var facets = new Document();
        List.of("category", "station", "status", "seizures.item")
                .forEach(field -> facets.append(
                        field.replace('.', '_'),
                        List.of(new Document("$group", new Document("_id", "$" + field).append("n", sum(1))))));
        return rows(Aggregates.match(filter), new Document("$facet", facets));
    }

    /** As far as a plain collection can: with the accents as they were written. */
    int search(List<String> words, int limit) {
        return incidents
                .find(having(words))
                .sort(Sorts.descending("occurredAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .size();
    }

    /** Which have every word in their summary, as a whole word. */
    static Bson having(List<String> words) {
        return Filters.and(words.stream()
                .map(word -> Filters.regex("summary", WORD.formatted(Pattern.quote(word)), "i"))
                .toList());
    }

    private int rows(Bson... stages) {
        return incidents
                .aggregate(List.of(stages))
                .allowDiskUse(true)
                .into(new ArrayList<>())
                .size();
    }

    /** Counts what has several seizures with the first, and what has none as well. */
    private static Document sumOnce(Object what) {
        return sum(new Document("$cond", List.of(new Document("$lte", List.of("$" + NTH, 0)), what, 0)));
    }

    private static Document sum(Object what) {
        return new Document("$sum", what);
    }

    private static Document document(int number) {
        var incident = SampleIncident.of(number);
        var details = incident.details();
        var unnamed = new Document();
        details.unnamed().forEach((role, count) -> unnamed.append(role.name(), count));
        return new Document("_id", incident.id().toString())
                .append("number", incident.number())
                .append("province", details.place().province().value())
                .append("station", incident.station().value())
                .append("category", details.category().name())
                .append("status", SampleHistory.status(number).name())
                .append("occurredAt", Date.from(details.occurredAt().toInstant()))
                .append("summary", details.summary())
                .append("unnamed", unnamed)
                .append("vehicleCount", details.vehicleCount())
                .append("enterpriseCount", details.enterpriseCount())
                .append(
                        "seizures",
                        details.seizures().stream()
                                .map(seizure -> new Document(
                                                "item", seizure.item().name())
                                        .append("unit", seizure.unit().name())
                                        .append(
                                                "quantity",
                                                new Decimal128(
                                                        seizure.quantity().value())))
                                .toList());
    }
}
