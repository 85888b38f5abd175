package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.ledger.RecordLog.Entry;
import casebook.mongod.LocalMongod;
import casebook.mongod.SharedMongod;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A MongoDB that asks who comes, with the roles that are deployed. */
class LedgerRightsTest {

    private static final Path DEPLOYED = Path.of("../../deploy/mongodb");
    private static final String LEDGER = "casebook_ledger";
    private static final String ACCESSES = "casebook_access";

    @TempDir
    private static Path folder;

    private static LocalMongod mongod;

    @BeforeAll
    static void start() throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var key = Files.writeString(Files.createFile(folder.resolve("key"), owner), "c2hhcmVkIGJ5IG1lbWJlcnM=");
        int port;
        try (var open = LocalMongod.start(folder.resolve("data"));
                var client = MongoClients.create(open.connectionString())) {
            port = open.port();
            var admin = client.getDatabase("admin");
            for (var role : deployed("roles.json")) {
                admin.runCommand(role);
                admin.runCommand(new Document("createUser", role.getString("createRole"))
                        .append("pwd", "secret")
                        .append("roles", List.of(role.getString("createRole"))));
            }
            for (var indexes : deployed("indexes.json")) {
                client.getDatabase((String) indexes.remove("database")).runCommand(indexes);
            }
        }
        mongod = LocalMongod.start(folder.resolve("data"), port, "--auth", "--keyFile", key.toString());
    }

    private static List<Document> deployed(String file) throws IOException {
        return Document.parse("{\"all\":" + Files.readString(DEPLOYED.resolve(file)) + "}")
                .getList("all", Document.class);
    }

    @AfterAll
    static void stop() {
        mongod.close();
    }

    @Test
    void theCommandServiceAppendsAndSignsAndCanDoNothingElseToTheLedger() {
        try (var client = connect("casebookCommand")) {
            var database = client.getDatabase(LEDGER);
            var registry = new SimpleMeterRegistry();
            var tail = new LedgerTail(database, LedgerProperties.DEFAULTS, registry);
            var writer = new LedgerWriter(database, LedgerProperties.DEFAULTS, registry, tail);
            var serializer =
                    new LedgerSerializer(TestLedger.TYPES, JsonMapper.builder().build());
            var reader = new LedgerReader(database, serializer, NoOpEventUpcaster.INSTANCE, LedgerProperties.DEFAULTS);
            var engine = LedgerEventStorageEngine.builder(database, writer, reader, serializer)
                    .build();
            engine.appendEvents(TestLedger.events("a", 3));
            new LedgerCollection(database, 1).awaitMajority();
            new CheckpointStore(database).newest();
            assertThat(reader.position()).isEqualTo(3);
            writer.close();
            tail.close();

            assertUntouchable(database.getCollection(LedgerCollection.NAME));
            assertThat(LedgerRights.harmful(database)).isEmpty();
            client.getDatabase("casebook").getCollection("person_keys").insertOne(new Document("_id", "x"));
        }
    }

    @Test
    void theQueryServiceRecordsLooksAndOnlyReadsElsewhere() throws Exception {
        try (var client = connect("casebookQuery");
                var log = accesses(client)) {
            log.append(log.page(List.of(new Entry<>("a", new Noted("looked"), Instant.parse("2026-03-01T08:00:00Z")))))
                    .join();
            assertThat(log.verify((events, total) -> {}).events()).isEqualTo(1);

            assertUntouchable(client.getDatabase(ACCESSES).getCollection(LedgerCollection.NAME));
            assertUntouchable(client.getDatabase(LEDGER).getCollection(LedgerCollection.NAME));
            assertThat(LedgerRights.harmful(client.getDatabase(LEDGER))).isEmpty();
            assertRefused(() ->
                    client.getDatabase("casebook").getCollection("person_keys").deleteOne(Filters.empty()));
            client.getDatabase("casebook_read").getCollection("incidents.g1").insertOne(new Document());
        }
    }

    @Test
    void aServiceSaysWhetherMongoDbProtectsTheLedger() throws Exception {
        var registry = new SimpleMeterRegistry();
        try (var client = connect("casebookCommand");
                var rights = new LedgerRights(client.getDatabase(LEDGER), LogMeters.ofLedger(registry))) {
            Eventually.until("MongoDB has answered", () -> figure(registry) == 1);
            assertThat(rights).isNotNull();
        }
        try (var client = MongoClients.create(SharedMongod.connectionString())) {
            assertThat(LedgerRights.harmful(client.getDatabase(LEDGER))).contains("update", "remove", "createIndex");
        }
    }

    private static double figure(SimpleMeterRegistry registry) {
        return registry.get("casebook.ledger.protected").gauge().value();
    }

    private static void assertUntouchable(MongoCollection<Document> ledger) {
        assertRefused(() -> ledger.updateOne(Filters.empty(), Updates.set("n", 0)));
        assertRefused(() -> ledger.deleteOne(Filters.empty()));
        assertRefused(ledger::drop);
        var expiring = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        assertRefused(() -> ledger.createIndex(Indexes.ascending(CommitFields.TIME), expiring));
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refusal -> assertThat(refusal.getErrorCodeName()).isEqualTo("Unauthorized"));
    }

    private static RecordLog<Noted> accesses(MongoClient client) throws IOException {
        var checkpoints = new LogProperties.Checkpoints(TestLog.KEY.encoded(), null, null, Duration.ofHours(1));
        return new RecordLog<>(
                client.getDatabase(ACCESSES),
                Noted.class,
                new LogProperties(
                        TestLog.ORIGIN, List.of(), checkpoints, List.of(), new LogProperties.Scan(Duration.ZERO, 1)),
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                LogMeters.ofLedger(new SimpleMeterRegistry()));
    }

    private static MongoClient connect(String user) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongod.connectionString()))
                .credential(MongoCredential.createCredential(user, "admin", "secret".toCharArray()))
                .build());
    }
}
