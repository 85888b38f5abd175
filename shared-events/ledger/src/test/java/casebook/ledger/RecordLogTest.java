package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.ledger.RecordLog.Entry;
import casebook.mongod.SharedMongod;
import casebook.transparency.SignatureType;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class RecordLogTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");

    private final MongoClient client = MongoClients.create(SharedMongod.connectionString());
    private final MongoDatabase database = client.getDatabase("records-" + UUID.randomUUID());
    private final Tampering tampering = new Tampering(database);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void severalProcessesRecordAtOnceAndLoseNothing() throws Exception {
        try (var one = open();
                var other = open()) {
            var recorded = IntStream.range(0, 200)
                    .mapToObj(n -> (n % 2 == 0 ? one : other).append(one.page(List.of(entry("a", n), entry("b", n)))))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(recorded).join();
            try (var lines = one.about("a")) {
                assertThat(lines.stream().map(one::read).map(Noted::text))
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                                .mapToObj(n -> "note " + n)
                                .toList());
            }
            assertThat(one.verify((events, total) -> {}).events()).isEqualTo(400);
            assertThat(one.verify((events, total) -> {}).fault()).isNull();
        }
    }

    @Test
    void whatIsAppendedAgainIsRecordedOnce() throws Exception {
        try (var log = open()) {
            var page = log.page(List.of(entry("a", 1)));
            log.append(page).join();
            log.append(page).join();
            try (var lines = log.from(THEN)) {
                assertThat(lines.stream()).hasSize(1);
            }
        }
    }

    @Test
    void aRecordThatIsChangedIsFound() throws Exception {
        recordThree();
        tampering.edit(1, "note 1", "nothing");
        assertThat(faultAt()).isEqualTo(1);
        tampering.recomputeTrees();
        assertThat(faultAt()).as("with all trees made anew").isNotNegative();
    }

    @Test
    void aRecordThatIsTakenOutIsFound() throws Exception {
        recordThree();
        tampering.deleteCommitWith(1);
        assertThat(faultAt()).isEqualTo(1);
        tampering.move(2, 1);
        tampering.recomputeTrees();
        assertThat(faultAt()).as("with the gap closed").isNotNegative();
    }

    @Test
    void aRecordThatIsPutInIsFound() throws Exception {
        recordThree();
        tampering.move(2, 3);
        var copy = database.getCollection("ledger").find(Filters.eq(1L)).first();
        assertThat(copy).isNotNull();
        copy.put("_id", 2L);
        var event = Tampering.eventsOf(copy).getFirst();
        event.put("s", 7L);
        event.put("line", event.getString("line").replace("{\"index\":1", "{\"index\":2"));
        database.getCollection("ledger").insertOne(copy);
        tampering.recomputeTrees();
        assertThat(faultAt()).isNotNegative();
    }

    @Test
    void aLogThatWasRolledBackWithItsCheckpointsIsFoundByTheOneThatWasKeptOutside() throws Exception {
        recordThree();
        tampering.deleteCommitWith(2);
        database.getCollection("checkpoints").deleteMany(Filters.gt("_id", 2L));
        assertThat(faultAt()).isEqualTo(2);
        try (var log = open()) {
            Eventually.until("the start has found it", () -> log.doubt().isPresent());
        }
    }

    @Test
    void aLogThatIsRolledBackWhileItIsKeptRecordsNothingMore() throws Exception {
        try (var log = open(SOON, Duration.ZERO)) {
            record(log);
            Eventually.until(
                    "all is signed", () -> log.checkpoint().orElseThrow().size() == 3);
            tampering.deleteCommitWith(2);
            database.getCollection("checkpoints").deleteMany(Filters.gt("_id", 2L));
            Eventually.until("it is found", () -> log.doubt().isPresent());
            assertThatThrownBy(() -> record(log)).hasCauseInstanceOf(LedgerUntrusted.class);
        }
    }

    @Test
    void theWholeLogIsReadAgainInTheBackground() throws Exception {
        try (var log = open(SOON, SOON)) {
            record(log);
            Eventually.until("it was found sound", () -> scans("sound") > 0);
            tampering.edit(0, "note 0", "nothing");
            Eventually.until("it was found faulty", () -> scans("faulty") > 0);
            assertThat(registry.get("casebook.test.scan.bad.index").gauge().value())
                    .isZero();
        }
    }

    @Test
    void aLogWhoseNewestRecordsAreGoneRecordsNothingMore() throws Exception {
        recordThree();
        tampering.deleteCommitWith(2);
        try (var log = open()) {
            assertThatThrownBy(() -> record(log)).hasCauseInstanceOf(LedgerUntrusted.class);
            assertThat(log.doubt()).isPresent();
        }
    }

    @Test
    void checkpointsCarryTheCosignatureOfAConfiguredWitness() throws Exception {
        try (var witness = HttpWitness.of(TestLog.KEY.verifier());
                var log = open(SOON, Duration.ZERO, witness.configured())) {
            for (int size = 3; size <= 9; size += 3) {
                record(log);
                awaitCosigned(log, witness, size);
            }
            assertThat(witness.answers).containsOnly(200);
            assertThat(log.verify((events, total) -> {})).returns(true, Verification::ok);
        }
    }

    @Test
    void aWitnessThatIsAwayIsToldOfAndHoldsNothingUp(CapturedOutput output) throws Exception {
        var witness = HttpWitness.of(TestLog.KEY.verifier());
        witness.close();
        try (var log = open(SOON, Duration.ZERO, witness.configured())) {
            goesOnWithout(log, output);
            try (var back = witness.restart()) {
                awaitCosigned(log, back, 6);
            }
        }
    }

    @Test
    void aWitnessThatRefusesIsToldOfAndHoldsNothingUp(CapturedOutput output) throws Exception {
        var other = TestLog.key(TestLog.ORIGIN, SignatureType.ED25519).verifier();
        try (var witness = HttpWitness.of(other);
                var log = open(SOON, Duration.ZERO, witness.configured())) {
            goesOnWithout(log, output);
            assertThat(witness.answers).containsOnly(403);
        }
        assertThat(output).contains("refused the checkpoint of size", "with status 403");
    }

    private void goesOnWithout(RecordLog<Noted> log, CapturedOutput output) {
        record(log);
        Eventually.until("a failure", () -> witnessed("failures").counter().count() > 0);
        record(log);
        Eventually.until("the checkpoint", () -> log.checkpoint().orElseThrow().size() == 6);
        assertThat(log.checkpoint().orElseThrow().signed().note().signatures()).hasSize(1);
        assertThat(log.doubt()).isEmpty();
        assertThat(witnessed("size").gauge().value()).isZero();
        assertThat(output).containsPattern("WARN .* The witness witness.example/w has not cosigned");
    }

    private void awaitCosigned(RecordLog<Noted> log, HttpWitness witness, long size) {
        Eventually.until(
                "a cosignature",
                () -> log.checkpoint()
                        .filter(checkpoint -> checkpoint.size() == size)
                        .map(StoredCheckpoint::signed)
                        .filter(witness::hasCosigned)
                        .isPresent());
        Eventually.until("its figure", () -> witnessed("size").gauge().value() == size);
    }

    private RequiredSearch witnessed(String figure) {
        return registry.get("casebook.test.witness." + figure).tag("witness", "witness.example/w");
    }

    /** In a commit each, and signs them at the end. */
    private void recordThree() throws IOException {
        try (var log = open()) {
            record(log);
        }
    }

    private static void record(RecordLog<Noted> log) {
        for (int n = 0; n < 3; n++) {
            log.append(log.page(List.of(entry("a", n)))).join();
        }
    }

    /** -1 if the log is sound. */
    private long faultAt() throws Exception {
        try (var log = open()) {
            var fault = log.verify((events, total) -> {}).fault();
            return fault == null ? -1 : fault.index();
        }
    }

    private double scans(String outcome) {
        return registry.get("casebook.test.scans")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private RecordLog<Noted> open() throws IOException {
        return open(Duration.ofHours(1), Duration.ZERO);
    }

    private RecordLog<Noted> open(Duration signing, Duration scanning, LogProperties.Witness... witnesses)
            throws IOException {
        var checkpoints =
                new LogProperties.Checkpoints(TestLog.KEY.encoded(), null, folder.resolve("checkpoints"), signing);
        var scan = new LogProperties.Scan(scanning, 1_000_000);
        return new RecordLog<>(
                database,
                Noted.class,
                new LogProperties(
                        TestLog.ORIGIN,
                        List.of(TestLog.KEY.verifier().toString()),
                        checkpoints,
                        List.of(witnesses),
                        scan),
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                new LogMeters(registry, "casebook.test"));
    }

    private static Entry<Noted> entry(String about, int n) {
        return new Entry<>(about, new Noted("note " + n), THEN.plusSeconds(n));
    }
}
