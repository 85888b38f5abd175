package casebook.query;

import casebook.events.CaseEvent;
import casebook.events.CasebookEvent;
import casebook.events.IncidentEvent;
import casebook.mongod.SharedMongod;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.projection.Reading;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** The read model of one projection in a database of its own, folded batch by batch, with crashes at will. */
public final class Models implements AutoCloseable, Reading {

    /** What a collection's methods that change it are called. */
    public static final Set<String> WRITES = Set.of("insertMany", "bulkWrite", "deleteMany");

    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");

    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final com.mongodb.reactivestreams.client.MongoClient reactive =
            com.mongodb.reactivestreams.client.MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database =
            client.getDatabase("models_" + UUID.randomUUID().toString().replace("-", ""));
    private final Projection projection;
    private int writesUntilCrash = Integer.MAX_VALUE;

    public Models(Projection projection) {
        this.projection = projection;
        projection.collections().stream()
                .filter(spec -> !spec.indexes().isEmpty())
                .forEach(spec -> database.getCollection(spec.name()).createIndexes(spec.indexes()));
    }

    /** The events with their places in a ledger, a second apart. */
    public static List<LedgerEvent> placed(List<? extends CasebookEvent> events) {
        var sequences = new HashMap<String, Long>();
        var placed = new ArrayList<LedgerEvent>();
        for (var event : events) {
            var aggregate = aggregate(event);
            var sequence = sequences.merge(aggregate, 0L, (last, zero) -> last + 1);
            var index = placed.size();
            placed.add(new LedgerEvent(
                    index,
                    UUID.randomUUID().toString(),
                    START.plusSeconds(index),
                    aggregate,
                    sequence,
                    event,
                    Map.of()));
        }
        return placed;
    }

    /** No event before a position was recorded later. */
    public static Instant latestBefore(List<LedgerEvent> events, int position) {
        return position == 0 ? Instant.EPOCH : events.get(position - 1).at();
    }

    public void fold(List<LedgerEvent> events, int batchSize) {
        for (int from = 0; from < events.size(); from += batchSize) {
            var upcoming = events.subList(from, Math.min(from + batchSize, events.size()));
            var batch = projection.begin(collections(), upcoming);
            for (var event : upcoming) {
                batch.apply(event);
                batch.relieve();
            }
            batch.write();
        }
    }

    /** @return whether it crashed */
    public boolean foldUntilCrash(List<LedgerEvent> events, int batchSize, int writes) {
        writesUntilCrash = writes;
        try {
            fold(events, batchSize);
            return false;
        } catch (Crash crash) {
            return true;
        } finally {
            writesUntilCrash = Integer.MAX_VALUE;
        }
    }

    /** All documents of all collections. */
    public Map<String, List<Document>> everything() {
        var everything = new TreeMap<String, List<Document>>();
        projection
                .collections()
                .forEach(spec -> everything.put(
                        spec.name(),
                        database.getCollection(spec.name())
                                .find()
                                .sort(new Document("_id", 1))
                                .into(new ArrayList<>())));
        return everything;
    }

    public void empty() {
        projection
                .collections()
                .forEach(spec -> database.getCollection(spec.name()).deleteMany(new Document()));
    }

    public MongoDatabase database() {
        return database;
    }

    /** For writing. */
    public ModelCollections collections() {
        return new ModelCollections(client, this::failing);
    }

    @Override
    public long position() {
        return Long.MAX_VALUE;
    }

    @Override
    public MongoCollection<Document> collection(String baseName) {
        return reactive.getDatabase(database.getName()).getCollection(baseName);
    }

    @Override
    public void close() {
        database.drop();
        reactive.close();
        client.close();
    }

    @SuppressWarnings("unchecked")
    private com.mongodb.client.MongoCollection<Document> failing(String baseName) {
        var real = database.getCollection(baseName);
        return (com.mongodb.client.MongoCollection<Document>) Proxy.newProxyInstance(
                Models.class.getClassLoader(),
                new Class<?>[] {com.mongodb.client.MongoCollection.class},
                (_, method, arguments) -> {
                    if (WRITES.contains(method.getName()) && writesUntilCrash-- <= 0) {
                        throw new Crash();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String aggregate(CasebookEvent event) {
        return switch (event) {
            case IncidentEvent incident -> incident.incident().toString();
            case CaseEvent caseFile -> caseFile.caseFile().toString();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    /** What a crash looks like to the machinery: the batch is not done. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
