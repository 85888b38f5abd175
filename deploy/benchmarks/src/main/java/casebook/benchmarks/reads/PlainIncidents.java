package casebook.benchmarks.reads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;

/** The same incidents as plain documents, for the same questions as plain aggregations over them, without an index made for them. */
final class PlainIncidents {

    private static final int BATCH = 1000;

    private final MongoCollection<Document> incidents;

    PlainIncidents(MongoDatabase database) {
        incidents = database.getCollection("plain_incidents");
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

    /** By year, and by more fields: incidents, persons by role, vehicles, and what was seized. */
    int yearly(List<String> groups) {
        var key = new Document("year", new Document("$year", "$occurredAt"));
        groups.forEach(group -> key.append(group, "$" + group));
        var counted = new Document("_id", key)
                .append("incidents", sum(1))
                .append("arrested", sum("$unnamed.ARRESTED"))
                .append("violators", sum("$unnamed.VIOLATOR"))
                .append("rescued", sum("$unnamed.RESCUED"))
                .append("vehicles", sum("$vehicleCount"))
                .append("enterprises", sum("$enterpriseCount"));
        var seizures = new Document(key).append("item", "$seizures.item").append("unit", "$seizures.unit");
        var valid = new Document("$match", new Document("status", new Document("$ne", "VOIDED")));
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
    int page(String category, int skipped, int limit) {
        return incidents
                .find(Filters.eq("category", category))
                .sort(Sorts.descending("occurredAt", "_id"))
                .skip(skipped)
                .limit(limit)
                .into(new ArrayList<>())
                .size();
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
                .append("station", incident.station().value())
                .append("category", details.category().name())
                .append("status", number % 100 == 10 || number % 100 == 11 ? "VOIDED" : "FILED")
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
