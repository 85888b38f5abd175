package casebook.query.statistics;

import casebook.http.Scope;
import casebook.mongod.SharedMongod;
import casebook.query.Models;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Reading;
import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.ChangedFigures;
import casebook.query.statistics.view.ClearanceTables;
import casebook.query.statistics.view.TimelinessTables;
import casebook.query.statistics.view.YearlyTables;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** The projection over a real database, batch by batch, with crashes at will. */
final class StatisticsRig implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final String name = "statistics_" + UUID.randomUUID().toString().replace("-", "");
    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final com.mongodb.reactivestreams.client.MongoClient reactive =
            com.mongodb.reactivestreams.client.MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = client.getDatabase(name);
    private final StatisticsProjection projection = new StatisticsProjection(ZONE);
    private final YearlyTables tables = new YearlyTables(ZONE);
    private final TimelinessTables timeliness = new TimelinessTables(ZONE);
    private final ClearanceTables clearances = new ClearanceTables(ZONE);
    private int writesUntilCrash = Integer.MAX_VALUE;

    StatisticsRig() {
        projection.collections().forEach(spec -> {
            if (!spec.indexes().isEmpty()) {
                database.getCollection(spec.name()).createIndexes(spec.indexes());
            }
        });
    }

    void crashAfterWrites(int writes) {
        writesUntilCrash = writes;
    }

    void runOn() {
        writesUntilCrash = Integer.MAX_VALUE;
    }

    void process(List<LedgerEvent> events, int batchSize) {
        for (int from = 0; from < events.size(); from += batchSize) {
            var batchEvents = events.subList(from, Math.min(from + batchSize, events.size()));
            var batch = projection.begin(new ModelCollections(client, this::collection), batchEvents);
            batchEvents.forEach(batch::apply);
            batch.write();
        }
    }

    YearlyTable now(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(
                tables.now(reading(position), query, all(scope)).block());
    }

    YearlyTable asKnownAt(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(tables.asKnownAt(position, reading(Long.MAX_VALUE), query, all(scope))
                .block());
    }

    TimelinessTable timelinessNow(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(
                timeliness.now(reading(position), query, all(scope)).block());
    }

    TimelinessTable timelinessKnownAt(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(timeliness
                .asKnownAt(position, reading(Long.MAX_VALUE), query, all(scope))
                .block());
    }

    ClearanceTable clearanceNow(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(
                clearances.now(reading(position), query, all(scope)).block());
    }

    ClearanceTable clearanceKnownAt(long position, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(clearances
                .asKnownAt(position, reading(Long.MAX_VALUE), query, all(scope))
                .block());
    }

    List<FigureChange> changes(long first, long second, YearlyQuery query, Scope scope) {
        return Objects.requireNonNull(new ChangedFigures(tables, ZONE)
                .between(first, second, reading(Long.MAX_VALUE), query, all(scope))
                .block());
    }

    /** The ledgers of these tests seal no case. */
    private static Sight all(Scope scope) {
        return new Sight(scope, Set.of());
    }

    /** All documents of all collections. */
    Map<String, List<Document>> everything() {
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

    void empty() {
        projection
                .collections()
                .forEach(spec -> database.getCollection(spec.name()).deleteMany(new Document()));
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        reactive.close();
    }

    private Reading reading(long position) {
        return new Reading() {
            @Override
            public long position() {
                return position;
            }

            @Override
            public com.mongodb.reactivestreams.client.MongoCollection<Document> collection(String baseName) {
                return reactive.getDatabase(name).getCollection(baseName);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> collection(String baseName) {
        var real = database.getCollection(baseName);
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (_, method, arguments) -> {
                    if (Models.WRITES.contains(method.getName()) && writesUntilCrash-- <= 0) {
                        throw new Crash();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What a crash looks like to the machinery: the batch is not done. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
