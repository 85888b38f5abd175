package casebook.query;

import static com.mongodb.client.model.Filters.exists;

import casebook.events.CaseEvent;
import casebook.events.CasebookEvent;
import casebook.events.IncidentEvent;
import casebook.mongod.SharedMongod;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.Projection;
import casebook.query.projection.Reading;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** A read model in a database of its own, whose mongod notes how it answers what is asked of it. */
public final class Plans implements AutoCloseable, Reading {

    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");

    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final com.mongodb.reactivestreams.client.MongoClient reactive =
            com.mongodb.reactivestreams.client.MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database =
            client.getDatabase("plans_" + UUID.randomUUID().toString().replace("-", ""));

    /** Folds the events, a second apart, and notes from then on. */
    public Plans(Projection projection, List<CasebookEvent> events) {
        projection.collections().stream()
                .filter(spec -> !spec.indexes().isEmpty())
                .forEach(spec -> database.getCollection(spec.name()).createIndexes(spec.indexes()));
        var sequences = new HashMap<String, Long>();
        var upcoming = new ArrayList<LedgerEvent>();
        for (var event : events) {
            var aggregate = aggregate(event);
            var sequence = sequences.merge(aggregate, 0L, (last, zero) -> last + 1);
            var index = upcoming.size();
            upcoming.add(new LedgerEvent(
                    index,
                    UUID.randomUUID().toString(),
                    START.plusSeconds(index),
                    aggregate,
                    sequence,
                    event,
                    Map.of()));
        }
        var batch = projection.begin(database::getCollection, upcoming);
        upcoming.forEach(batch::apply);
        batch.write();
        database.runCommand(new Document("profile", 2));
    }

    @Override
    public long position() {
        return Long.MAX_VALUE;
    }

    @Override
    public MongoCollection<Document> collection(String baseName) {
        return reactive.getDatabase(database.getName()).getCollection(baseName);
    }

    /** How mongod answered what was asked since the last look. */
    public List<Plan> used() {
        database.runCommand(new Document("profile", 0));
        var profile = database.getCollection("system.profile");
        var used = profile.find(exists("planSummary")).map(Plan::of).into(new ArrayList<>());
        profile.drop();
        database.runCommand(new Document("profile", 2));
        return used;
    }

    /**
     * How mongod answered one question.
     *
     * @param summary such as {@code IXSCAN { province: 1, occurredAt: 1, _id: 1 }}
     * @param sorts whether it sorted by itself what an index gave it
     * @param keys how many entries of indexes it looked at
     */
    public record Plan(String summary, boolean sorts, long keys) {

        private static Plan of(Document entry) {
            var keys = entry.get("keysExamined", Number.class);
            return new Plan(
                    entry.getString("planSummary"),
                    entry.getBoolean("hasSortStage", false),
                    keys == null ? 0 : keys.longValue());
        }

        public boolean scansTheCollection() {
            return summary.contains("COLLSCAN");
        }

        public boolean isBad() {
            return sorts || scansTheCollection();
        }
    }

    @Override
    public void close() {
        database.runCommand(new Document("profile", 0));
        database.drop();
        reactive.close();
        client.close();
    }

    private static String aggregate(CasebookEvent event) {
        return switch (event) {
            case IncidentEvent incident -> incident.incident().toString();
            case CaseEvent caseFile -> caseFile.caseFile().toString();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
