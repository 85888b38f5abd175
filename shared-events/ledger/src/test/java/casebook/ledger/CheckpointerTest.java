package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.CheckpointJournal;
import casebook.transparency.SignedCheckpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schedule, the end, and the file. */
class CheckpointerTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final TestLedger ledger = TestLedger.open();
    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("checkpoints");
    }

    @AfterEach
    void close() {
        ledger.stopFailing();
        ledger.close();
    }

    @Test
    void anEmptyLedgerIsSignedOnStart() throws Exception {
        try (Signing signing = Signing.of(ledger, path).start(NEVER)) {
            Eventually.until("the file has a checkpoint", () -> !records().isEmpty());

            assertThat(records()).containsExactly(TestLog.sign(ledger, 0, TestLog.KEY));
            assertThat(signing.store.newest()).map(StoredCheckpoint::size).contains(0L);
        }
    }

    @Test
    void whatIsAppendedIsCoveredSoonInTheDatabaseAndInTheFile() throws Exception {
        try (Signing signing = Signing.of(ledger, path).start(SOON)) {
            for (int round = 1; round <= 3; round++) {
                ledger.engine.appendEvents(TestLedger.events("a" + round, 5));
                awaitCovered(signing, 5L * round);
            }
            assertThat(ledger.registry
                            .get("casebook.ledger.checkpoint.size")
                            .gauge()
                            .value())
                    .isEqualTo(15);
            assertThat(ledger.registry
                            .get("casebook.ledger.checkpoint.age")
                            .gauge()
                            .value())
                    .isBetween(0.0, 60.0);
        }
        assertChain(15);
    }

    @Test
    void theDefaultIntervalLeavesTimeWithinTheFiveSecondsThatArePromised() {
        assertThat(LogPropertiesTest.bind().checkpoints().interval()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theLastEventsAreCoveredAtTheEnd() throws Exception {
        try (Signing signing = Signing.of(ledger, path).start(NEVER)) {
            Eventually.until("the file has a checkpoint", () -> !records().isEmpty());
            ledger.engine.appendEvents(TestLedger.events("a", 5));
            assertThat(signing.store.newestSize()).isZero();
        }
        assertThat(new CheckpointStore(ledger.database).newestSize()).isEqualTo(5);
        assertChain(5);
    }

    @Test
    void aNewStartGoesOnWhereTheLastEnded() throws Exception {
        for (int start = 1; start <= 3; start++) {
            try (Signing _ = Signing.of(ledger, path).start(NEVER)) {
                ledger.engine.appendEvents(TestLedger.events("a" + start, 7));
            }
            assertChain(7L * start);
        }
    }

    @Test
    void aCheckpointThatCouldNotBeWrittenToTheFileIsWrittenWhenItCan() throws Exception {
        Path aside = folder.resolve("aside");
        try (Signing signing = Signing.of(ledger, path).start(SOON)) {
            Eventually.until("the file has a checkpoint", () -> !records().isEmpty());
            Files.move(path, aside);
            Files.createDirectory(path);
            ledger.engine.appendEvents(TestLedger.events("a", 5));
            Eventually.until("the failure is told", () -> ledger.count("casebook.ledger.checkpoint.failures") > 0);
            assertThat(signing.store.newestSize()).isEqualTo(5);

            Files.delete(path);
            Files.move(aside, path);
            awaitCovered(signing, 5);
        }
        assertChain(5);
    }

    @Test
    void checkpointsGoOnAfterMongoDbWasAway() throws Exception {
        try (Signing signing = Signing.of(ledger, path).start(SOON)) {
            Eventually.until("the file has a checkpoint", () -> !records().isEmpty());
            ledger.engine.appendEvents(TestLedger.events("a", 5));
            ledger.fail(
                    "alwaysOn",
                    new Document("failCommands", List.of("find", "insert")).append("closeConnection", true));
            double before = ledger.count("casebook.ledger.checkpoint.failures");
            Eventually.until("failures", () -> ledger.count("casebook.ledger.checkpoint.failures") > before + 1);
            ledger.stopFailing();
            awaitCovered(signing, 5);
        }
    }

    @Test
    void nothingIsWrittenToTheFileOfALedgerThatIsNotTheOneThatWasSigned() throws Exception {
        ledger.engine.appendEvents(TestLedger.events("a", 5));
        try (Signing _ = Signing.of(ledger, path).start(NEVER)) {
            Eventually.until("the file has a checkpoint", () -> !records().isEmpty());
        }
        byte[] before = Files.readAllBytes(path);
        ledger.database.getCollection(LedgerCollection.NAME).deleteMany(new Document());
        try (TestLedger other = ledger.another()) {
            other.engine.appendEvents(TestLedger.events("x", 9));
        }
        try (Signing again = Signing.of(ledger, path).start(SOON)) {
            Eventually.until("the doubt", () -> again.trust.doubt().isPresent());
        }
        assertThat(path).hasBinaryContent(before);
        assertThat(new CheckpointStore(ledger.database).newestSize()).isEqualTo(5);
    }

    private void awaitCovered(Signing signing, long size) {
        Eventually.until("the database's checkpoint covers all", () -> signing.store.newestSize() == size);
        Eventually.until(
                "the file's checkpoint covers all",
                () -> records().getLast().checkpoint().size() == size);
    }

    /** Every checkpoint in the file is signed over the ledger as it is. */
    private void assertChain(long newest) throws InterruptedException {
        List<SignedCheckpoint> records = records();
        assertThat(records)
                .extracting(record -> record.checkpoint().size())
                .isSorted()
                .endsWith(newest);
        assertThat(new LedgerVerifier(ledger.database, Set.of(TestLog.KEY.verifier())).verify(records, (_, _) -> {}))
                .returns(true, Verification::ok)
                .returns(newest, Verification::covered)
                .returns(2L * records.size(), Verification::checkpoints);
    }

    private List<SignedCheckpoint> records() {
        List<SignedCheckpoint> records = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            CheckpointJournal.read(in, records::add);
        } catch (IOException | IllegalArgumentException e) {
            // Not there, or being written.
            return records;
        }
        return records;
    }
}
