package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.ledger.LedgerFault.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changes behind the ledger's back is told without anybody asking. */
class LedgerScanTest {

    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final TestLedger ledger = TestLedger.open();

    @AfterEach
    void close() {
        ledger.stopFailing();
        ledger.close();
    }

    @Test
    void soundLedgerIsVerifiedAgainAndAgain() {
        ledger.engine.appendEvents(TestLedger.events("a", 7));
        try (LedgerScan scan = scan(null, SOON)) {
            Eventually.until("two scans", () -> scans("sound") > 1);

            assertThat(scan.last()).contains(new Verification(7, 0, 0, null));
            assertThat(gauge("casebook.ledger.scan.bad.index")).isEqualTo(-1);
            assertThat(gauge("casebook.ledger.scan.events")).isEqualTo(7);
        }
    }

    @Test
    void editedEventIsToldByIndex() {
        ledger.engine.appendEvents(TestLedger.events("a", 4));
        ledger.engine.appendEvents(TestLedger.events("b", 1));
        try (LedgerScan scan = scan(null, SOON)) {
            Eventually.until("a scan", () -> scans("sound") > 0);
            new Tampering(ledger).edit(4, "note 0", "nope 0");
            Eventually.until("the fault", () -> scans("faulty") > 0);

            assertThat(scan.last().orElseThrow().fault())
                    .extracting(LedgerFault::kind)
                    .isEqualTo(Kind.ALTERED);
            assertThat(gauge("casebook.ledger.scan.bad.index")).isEqualTo(4);
        }
    }

    @Test
    void whatTheFileHoldsCountsThoughTheDatabasesCheckpointsAreGone() throws Exception {
        CheckpointFile file = new CheckpointFile(folder.resolve("checkpoints"), TestLog.ORIGIN);
        ledger.engine.appendEvents(TestLedger.events("a", 4));
        ledger.engine.appendEvents(TestLedger.events("b", 1));
        file.append(TestLog.sign(ledger, 5, TestLog.KEY));
        new Tampering(ledger).deleteCommitWith(4);
        try (LedgerScan scan = scan(file, SOON)) {
            Eventually.until("the fault", () -> scans("faulty") > 0);

            assertThat(scan.last().orElseThrow().fault())
                    .extracting(LedgerFault::kind)
                    .isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void aScanThatCouldNotReadToTheEndIsTriedAgain() {
        ledger.engine.appendEvents(TestLedger.events("a", 4));
        ledger.fail("alwaysOn", new Document("failCommands", List.of("find")).append("closeConnection", true));
        try (LedgerScan _ = scan(null, SOON)) {
            Eventually.until("a failure", () -> scans("failed") > 0);
            ledger.stopFailing();
            Eventually.until("a scan", () -> scans("sound") > 0);
        }
    }

    @Test
    void withoutAnIntervalNothingIsScanned() {
        try (LedgerScan scan = scan(null, Duration.ZERO)) {
            assertThat(scan.isScheduled()).isFalse();
        }
        try (LedgerScan scan = scan(null, Duration.ofDays(1))) {
            assertThat(scan.isScheduled()).isTrue();
        }
    }

    private LedgerScan scan(@Nullable CheckpointFile file, Duration every) {
        return new LedgerScan(
                new LedgerVerifier(ledger.database, Set.of()),
                file,
                TestLog.scanned(new LogProperties.Scan(every, 1_000_000)),
                new ScanMetrics(LogMeters.ofLedger(ledger.registry)));
    }

    private double scans(String outcome) {
        return ledger.registry
                .get("casebook.ledger.scans")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return ledger.registry.get(name).gauge().value();
    }
}
