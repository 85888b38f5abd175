package casebook.benchmarks.reads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;

/** The same incidents as plain documents, for the same questions as plain aggregations and finds; one index is made for the pages of a category. */
final class PlainIncidents {

    static final String COLLECTION = "plain_incidents";

    private static final int BATCH = 1000;
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
        incidents.createIndex(Indexes.ascending("category", "occurredAt", "_id"));
    }

    /**
     * By year, and by more fields: incidents, persons by role, vehicles, and what was seized.
     *
     * @param filter of the incidents that count; voided ones do not
     */
    int yearly(Document filter, String... groups) {
        var key = new Document(
                "year", new Document("$year", new Document("date", "$occurredAt").append("timezone", ZONE)));
        for (var group : groups) {
            key.append(group, "$" + group);
        }
        var counted = new Document("_id", key)
                .append("incidents", sum(1))
                .append("arrested", sum("$unnamed.ARRESTED"))
                .append("violators", sum("$unnamed.VIOLATOR"))
                .append("rescued", sum("$unnamed.RESCUED"))
                .append("vehicles", sum("$vehicleCount"))
                .append("enterprises", sum("$enterpriseCount"));
        var seizures = new Document(key).append("item", "$seizures.item").append("unit", "$seizures.unit");
        var valid = new Document("$match", new Document(filter).append("status", new Document("$ne", "VOIDED")));
        return rows(valid, new Document("$group", counted))
                + rows(
                        valid,
                        new Document("$unwind", "$seizures"),
                        new Document(
                                "$group",
                                new Document("_id", seizures)
                                        .append("quantity", sum("$seizures.quantity"))
                                        .append("value", sum("$seizures.value"))));
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
    int facets(Document filter) {
        var facets = new Document();
        List.of("category", "station", "status", "seizures.item")
                .forEach(field -> facets.append(
                        field.replace('.', '_'),
                        List.of(new Document("$group", new Document("_id", "$" + field).append("n", sum(1))))));
        return rows(new Document("$match", filter), new Document("$facet", facets));
    }

    /** As far as a plain collection can: with the accents as they were written. */
    int search(List<String> words, int limit) {
        var all = words.stream()
                .map(word -> Filters.regex("summary", Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)))
                .toList();
        return incidents
                .find(Filters.and(all))
                .sort(Sorts.descending("occurredAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .size();
    }

    private int rows(Document... stages) {
        return incidents
                .aggregate(List.of(stages))
                .allowDiskUse(true)
                .into(new ArrayList<>())
                .size();
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
