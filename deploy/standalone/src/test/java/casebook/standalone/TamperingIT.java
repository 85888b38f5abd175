package casebook.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.mongod.SharedMongod;
import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What somebody does who can write to MongoDB is found by {@code POST /audit/verify} or by {@code deploy/verify}, which has the public key
 * and the checkpoints that were carried out of the database. Each test leaves the ledger as it was.
 */
class TamperingIT {

    private static final String DATABASE = "tampering-" + UUID.randomUUID();
    private static final String INCIDENT = "fa74083e-56f9-5499-8381-7647853a241e";

    @TempDir
    private static Path data;

    private static MongoClient client;
    private static MongoCollection<Document> commits;
    private static MongoCollection<Document> signed;
    private static RunningStandalone casebook;
    private static String auditor;
    private static String url;
    private static String keys;
    private static String held;
    private static long size;

    /** A filing in the middle of a commit; there are such commits when filings come at once. */
    private static long middle;

    private final List<Document> ledger = new ArrayList<>();
    private final List<Document> checkpoints = new ArrayList<>();

    @BeforeAll
    static void fill() throws Exception {
        client = MongoClients.create(SharedMongod.connectionString());
        commits = client.getDatabase(DATABASE).getCollection("ledger");
        signed = client.getDatabase(DATABASE).getCollection("checkpoints");
        casebook = RunningStandalone.start(
                data, Map.of("CASEBOOK_MONGODB_URI", SharedMongod.connectionString(), "CASEBOOK_DATABASE", DATABASE));
        casebook.loaded(
                RunningStandalone.sample("nghe-an.ndjson"),
                "--stations",
                RunningStandalone.sample("nghe-an.stations.ndjson"));
        auditor = casebook.token("AUDITOR");
        url = "http://127.0.0.1:" + casebook.queryPort;
        size = Long.parseLong(casebook.checkpoint().lines().toList().get(1));
        middle = Objects.requireNonNull(commits.find(new Document("n", new Document("$gte", 3))
                                        .append("_id", new Document("$gte", 10)))
                                .sort(new Document("_id", 1))
                                .first())
                        .getLong("_id")
                + 1;
        keys = data.resolve("casebook/checkpoint-keys").toString();
        held = Files.copy(data.resolve("casebook/checkpoints"), data.resolve("held"))
                .toString();
    }

    @AfterAll
    static void stop() throws Exception {
        casebook.close();
        client.close();
    }

    @BeforeEach
    void remember() {
        commits.find().into(ledger);
        signed.find().into(checkpoints);
    }

    @AfterEach
    void restore() {
        restore(commits, ledger);
        restore(signed, checkpoints);
    }

    @Test
    void theRunningLogABundleAnExportAndTheHeldCheckpointsAreConfirmed() throws Exception {
        var checkpoint = Files.writeString(data.resolve("checkpoint"), casebook.checkpoint());
        var bundle =
                casebook.download("/api/v1/audit/bundle?incident=" + INCIDENT, auditor, data.resolve("bundle.zip"));
        var export = casebook.download("/api/v1/audit/events?limit=" + size, auditor, data.resolve("export.ndjson"));

        assertConfirmed("log", url, "--key", keys, "--token", auditor, "--checkpoint", held);
        assertConfirmed("bundle", bundle.toString(), "--key", keys);
        assertConfirmed("ledger", export.toString(), "--checkpoint", checkpoint.toString(), "--key", keys);
        assertConfirmed("checkpoints", held, "--url", url, "--key", keys);
        var result = verify();
        assertThat(result.path("ok").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("covered").asLong()).isEqualTo(size);
        assertThat(casebook.get(casebook.queryPort, "/api/v1/audit/key", auditor)
                        .body())
                .isEqualTo(Files.readString(Path.of(keys)));
    }

    @Test
    void anEditedPayloadIsFoundByTheHashesOnTheSpotAndByTheAuditorsProgram() throws Exception {
        change(middle, events -> edit(events.get(place(middle)), "\"summary\":\"", "\"summary\":\"Not "));

        assertFoundOnTheSpot("ALTERED", middle);
        assertFoundByAuditor("ALTERED", logCheck());
    }

    @Test
    void anEventDeletedInTheMiddleIsFoundByTheGapOnTheSpotAndInADumpByTheAuditorsProgram() throws Exception {
        change(middle, events -> events.remove(place(middle)));

        assertFoundOnTheSpot("MISSING", middle);
        assertFoundByAuditor("MISSING", dumpCheck());
        assertNotServed();
    }

    @Test
    void theNewestCommitDeletedIsFoundByTheCheckpointThatCoversIt() throws Exception {
        var end = newest().getLong("_id");
        commits.deleteOne(newest());

        assertFoundOnTheSpot("MISSING", end);
        assertFoundByAuditor("MISSING", dumpCheck());
    }

    @Test
    void theNewestCommitDeletedWithAllItsCheckpointsIsFoundByThoseThatWereCarriedOut() throws Exception {
        var end = newest().getLong("_id");
        commits.deleteOne(newest());
        signed.deleteMany(new Document("_id", new Document("$gt", end)));

        assertThat(verify().path("ok").asBoolean())
                .as("a shorter ledger is a sound one, for who holds no checkpoint of it")
                .isTrue();
        assertFoundByAuditor("MISSING", new String[] {"checkpoints", held, "--url", url, "--key", keys});
        assertWritesStop();
    }

    @Test
    void twoEventsSwappedAreFoundByTheirIndexesOnTheSpotAndInADumpByTheAuditorsProgram() throws Exception {
        change(middle, events -> Collections.swap(events, 1, 2));

        assertFoundOnTheSpot("MISPLACED", middle);
        assertFoundByAuditor("REORDERED", dumpCheck());
        assertNotServed();
    }

    @Test
    void theTailRewrittenWithRecomputedRootsIsFoundByTheCheckpointsSignedOverIt() throws Exception {
        change(middle, events -> edit(events.get(place(middle)), "\"summary\":\"", "\"summary\":\"Not "));
        recomputeRoots();

        var result = verify();
        assertThat(result.path("what").asString()).isEqualTo("CONTRADICTED");
        assertThat(result.path("firstBadIndex").asLong()).isLessThanOrEqualTo(middle);
        assertThat(result.path("badUntil").asLong()).isGreaterThan(middle);
        assertFoundByAuditor("ALTERED", logCheck());
    }

    @Test
    void theTailRewrittenWithAllCheckpointsIsFoundByThoseThatWereCarriedOut() throws Exception {
        change(middle, events -> edit(events.get(place(middle)), "\"summary\":\"", "\"summary\":\"Not "));
        recomputeRoots();
        signed.deleteMany(new Document());

        var export = casebook.download("/api/v1/audit/events?limit=" + size, auditor, data.resolve("rewritten.ndjson"));
        assertFoundByAuditor(
                "ALTERED", new String[] {"ledger", export.toString(), "--checkpoint", held, "--key", keys});
    }

    private static String[] logCheck() {
        return new String[] {"log", url, "--key", keys, "--token", auditor, "--checkpoint", held};
    }

    /** Of the lines as somebody takes them out of MongoDB, where the services serve them no more. */
    private static String[] dumpCheck() throws Exception {
        var dump = data.resolve("dump.ndjson");
        try (var lines = Files.newBufferedWriter(dump)) {
            for (var commit : commits.find().sort(new Document("_id", 1))) {
                for (var event : commit.getList("events", Document.class)) {
                    lines.append(event.getString("line")).append('\n');
                }
            }
        }
        return new String[] {"ledger", dump.toString(), "--checkpoint", held, "--key", keys};
    }

    /** A ledger that contradicts itself is not served, so that a running log is not confirmed either. */
    private static void assertNotServed() throws Exception {
        var verified = AuditorsProgram.run(logCheck());
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(2);
        assertThat(verified.output()).contains("answers 500");
    }

    private static void assertConfirmed(String... arguments) throws Exception {
        var verified = AuditorsProgram.run(arguments);
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private static void assertFoundByAuditor(String name, String[] arguments) throws Exception {
        var verified = AuditorsProgram.run(arguments);
        assertThat(verified.output()).contains(name);
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
    }

    /** The fault is among the events of the commit that has an event. */
    private static void assertFoundOnTheSpot(String what, long index) throws Exception {
        var result = verify();
        assertThat(result.path("ok").asBoolean()).as(result.toString()).isFalse();
        assertThat(result.path("what").asString()).as(result.toString()).isEqualTo(what);
        assertThat(index)
                .as(result.toString())
                .isBetween(
                        result.path("firstBadIndex").asLong(),
                        result.path("badUntil").asLong() - 1);
    }

    private static JsonNode verify() throws Exception {
        var answer = casebook.post(casebook.queryPort, "/api/v1/audit/verify", "", auditor);
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningStandalone.JSON.readTree(answer.body().lines().toList().getLast());
    }

    /** The command service compares the ledger with what it signed last, without being asked. */
    private static void assertWritesStop() throws Exception {
        var deadline = Instant.now().plusSeconds(30);
        while (!casebook.get(casebook.commandPort, "/actuator/prometheus", null)
                .body()
                .contains("casebook_ledger_trusted 0.0")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        var filing = Files.readAllLines(Path.of(RunningStandalone.sample("nghe-an.ndjson")))
                .getFirst()
                .replace(INCIDENT, UUID.randomUUID().toString());
        var answer = casebook.post(casebook.commandPort, "/api/v1/incidents", filing, casebook.token("ADMIN"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("/ledger-untrusted");
    }

    private interface Change {
        void apply(List<Document> events);
    }

    private static void change(long index, Change change) {
        var commit = commitWith(index);
        change.apply(commit.getList("events", Document.class));
        commits.replaceOne(new Document("_id", commit.get("_id")), commit);
    }

    private static int place(long index) {
        return (int) (index - commitWith(index).getLong("_id"));
    }

    private static Document commitWith(long index) {
        return Objects.requireNonNull(commits.find(new Document("_id", new Document("$lte", index)))
                .sort(new Document("_id", -1))
                .first());
    }

    private static Document newest() {
        return commitWith(Long.MAX_VALUE);
    }

    private static void edit(Document event, String from, String to) {
        var line = event.getString("line");
        assertThat(line).contains(from);
        event.put("line", line.replace(from, to));
    }

    private static void recomputeRoots() {
        var tree = CompactRange.EMPTY;
        for (var commit : commits.find().sort(new Document("_id", 1))) {
            for (var event : commit.getList("events", Document.class)) {
                tree = tree.append(Hash.leaf(event.getString("line").getBytes(UTF_8)));
            }
            var frontier =
                    tree.frontier().stream().map(Hash::toBytes).map(Binary::new).toList();
            commit.put("tree", new Document("root", new Binary(tree.root().toBytes())).append("frontier", frontier));
            commits.replaceOne(new Document("_id", commit.get("_id")), commit);
        }
    }

    private static void restore(MongoCollection<Document> collection, List<Document> documents) {
        collection.deleteMany(new Document());
        collection.insertMany(documents);
    }
}
