package casebook.benchmarks.reads;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The ledger and the plain documents of a run, filled where they are not from an earlier one. What was filled is noted in the database. */
final class SampleData {

    private static final String EVENTS = "events";
    private static final String INCIDENTS = "incidents";

    private final MongoDatabase database;
    private final MongoCollection<Document> notes;
    private final Report report;
    private final int incidents;

    SampleData(MongoDatabase database, Report report, int incidents) {
        this.database = database;
        this.notes = database.getCollection("bench_data");
        this.report = report;
        this.incidents = incidents;
    }

    /** @throws IllegalArgumentException if the database holds anything else */
    void fill() {
        var ledger = note("ledger");
        if (ledger == null) {
            if (database.getCollection("ledger").estimatedDocumentCount() > 0) {
                throw new IllegalArgumentException(
                        "An earlier run did not come to the end of its ledger: delete its folder");
            }
            var start = System.nanoTime();
            var events = SampleLedger.fill(database, incidents);
            report.line(
                    "%,d incidents in %,d events, appended at %,.0f a second",
                    incidents, events, perSecond(events, start));
            notes.insertOne(
                    new Document("_id", "ledger").append(INCIDENTS, incidents).append(EVENTS, events));
        } else if (ledger.getInteger(INCIDENTS) != incidents) {
            throw new IllegalArgumentException("The folder holds " + ledger.getInteger(INCIDENTS) + " incidents");
        } else {
            var filled = ledger.get(EVENTS, Number.class).longValue();
            report.line(
                    "%,d incidents in %,d events of an earlier run, and %,d events that were filed since",
                    incidents, filled, position() - filled);
        }
        var plain = new PlainIncidents(database);
        if (note("plain") == null) {
            database.getCollection(PlainIncidents.COLLECTION).drop();
            plain.fill(incidents);
            notes.insertOne(new Document("_id", "plain"));
        }
        plain.index();
    }

    /** How many events the ledger has. */
    long position() {
        var last = database.getCollection("ledger")
                .find()
                .sort(Sorts.descending("_id"))
                .first();
        return last == null
                ? 0
                : last.get("_id", Number.class).longValue()
                        + last.get("n", Number.class).longValue();
    }

    private @Nullable Document note(String id) {
        return notes.find(eq(id)).first();
    }

    static double perSecond(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
