package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported ledger, tampered with in each way. */
class VerifyLedgerTest {

    private static final SampleLedger LEDGER = SampleLedger.of(600);
    private static final int[] EVERY_HUNDRED = {100, 200, 300, 400, 500, 600};

    @TempDir
    private Path folder;

    @Test
    void ledgerAsItWasHolds() throws IOException {
        Run run = check(LEDGER, LEDGER.journal(EVERY_HUNDRED));
        assertThat(run.out())
                .contains("Checkpoints: 6, the newest of 600 events", "Events: 600, each as the checkpoints cover it")
                .endsWith("All that was checked holds." + System.lineSeparator());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void singleCheckpointIsEnough() throws IOException {
        assertThat(check(LEDGER, LEDGER.checkpoint().toString().getBytes(UTF_8)).exitCode())
                .isZero();
    }

    @Test
    void emptyLedgerHolds() throws IOException {
        assertThat(check(LEDGER.first(0), LEDGER.journal(0)).exitCode()).isZero();
    }

    @Test
    void ledgerMayBeCompressed() throws IOException {
        assertThat(check(compressed(LEDGER), LEDGER.journal(600)).exitCode()).isZero();
    }

    @Test
    void compressedLedgerThatBreaksOffIsUnreadable() throws IOException {
        byte[] compressed = compressed(LEDGER);
        Run run = check(Arrays.copyOf(compressed, compressed.length / 2), LEDGER.journal(600));
        assertThat(run.out().lines()).last().asString().startsWith("UNREADABLE: What is compressed breaks off");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void ledgerMayComeFromStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(LEDGER.export()));
        try {
            Path checkpoint = write("checkpoint", LEDGER.journal(600));
            assertThat(Run.of("ledger", "-", "--checkpoint", checkpoint, "--key", SampleLedger.KEY)
                            .exitCode())
                    .isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void editedPayloadIsAlteredWithinTheCheckpointsAroundIt() throws IOException {
        assertWrong(
                check(LEDGER.edited(250), LEDGER.journal(EVERY_HUNDRED)),
                "ALTERED: Checkpoint 3 (300 events) does not cover these events:"
                        + " between event 200 and event 299 something was altered, added or removed.");
        assertWrong(
                check(LEDGER.edited(250), LEDGER.journal(600)),
                "ALTERED: The checkpoint (600 events) does not cover these events:"
                        + " between event 0 and event 599 something was altered, added or removed.");
        assertWrong(
                check(LEDGER.edited(250), LEDGER.journal(250, 251, 600)),
                "ALTERED: Checkpoint 2 (251 events) does not cover these events: event 250 was altered, added or removed.");
    }

    @Test
    void eventDeletedInTheMiddleIsMissing() throws IOException {
        assertWrong(
                check(LEDGER.without(250), LEDGER.journal(EVERY_HUNDRED)),
                "MISSING: Event 250 is not there; event 251 comes on line 251.");
        assertWrong(
                check(LEDGER.without(250).without(250), LEDGER.journal(600)),
                "MISSING: The events 250 to 251 are not there; event 252 comes on line 251.");
    }

    @Test
    void newestEventDeletedIsMissing() throws IOException {
        assertWrong(
                check(LEDGER.first(599), LEDGER.journal(EVERY_HUNDRED)),
                "MISSING: Checkpoint 6 (600 events) covers events that are not there: the last one is event 598.");
        assertWrong(
                check(LEDGER.first(0), LEDGER.journal(600)),
                "MISSING: The checkpoint (600 events) covers events that are not there: none is there.");
    }

    @Test
    void swappedEventsAreReordered() throws IOException {
        assertWrong(
                check(LEDGER.swapped(250, 260), LEDGER.journal(EVERY_HUNDRED)),
                "REORDERED: Event 250 stands after event 260, on line 261 instead of line 251.");
    }

    @Test
    void swappedEventsWithTheirIndexesExchangedAreAltered() throws IOException {
        assertWrong(
                check(LEDGER.swapped(250, 260).renumbered(), LEDGER.journal(EVERY_HUNDRED)),
                "ALTERED: Checkpoint 3 (300 events) does not cover these events:"
                        + " between event 200 and event 299 something was altered, added or removed.");
    }

    @Test
    void insertedEventIsAdded() throws IOException {
        String forged = SampleLedger.line(250, "incident-x", 0, "forged");
        assertWrong(
                check(LEDGER.inserted(250, forged), LEDGER.journal(EVERY_HUNDRED)),
                "ADDED: Line 252 is a second event with index 250; it should have 251.");
    }

    @Test
    void insertedEventThatTheOthersAreRenumberedAfterIsFoundByTheTree() throws IOException {
        String forged = SampleLedger.line(250, "incident-x", 0, "forged");
        assertWrong(
                check(LEDGER.inserted(250, forged).renumbered(), LEDGER.journal(EVERY_HUNDRED)),
                "ALTERED: Checkpoint 3 (300 events) does not cover these events:"
                        + " between event 200 and event 299 something was altered, added or removed.");
    }

    @Test
    void eventAfterAllThatIsCoveredIsAdded() throws IOException {
        assertWrong(
                check(LEDGER, LEDGER.journal(500, 598)),
                "ADDED: Event 598 stands after all that a checkpoint covers (598 events); 600 events are there.");
    }

    @Test
    void tailRewrittenWithNewRootsAndSignaturesContradictsTheOlderCheckpoints() throws IOException {
        SampleLedger rewritten = LEDGER.rewrittenFrom(350);
        List<SignedCheckpoint> journal =
                List.of(LEDGER.first(300).checkpoint(), LEDGER.first(400).checkpoint(), rewritten.checkpoint());
        assertWrong(
                check(rewritten, SampleLedger.journal(journal)),
                "NOT EXTENDED: Checkpoint 2 (400 events) is not extended by checkpoint 3 (600 events), which is that of"
                        + " these events: the past was rewritten between event 300 and event 399.");
    }

    @Test
    void checkpointOfAnotherKeyIsWrong() throws IOException {
        SignerKey other = SignerKey.generate(SampleLedger.ORIGIN, SignatureType.ED25519, new SecureRandom());
        byte[] checkpoint = LEDGER.checkpoint(other).toString().getBytes(UTF_8);
        assertWrong(
                check(LEDGER, checkpoint),
                "WRONG KEY: The checkpoint says that it is of casebook.example/ledger, and no trusted key of that name"
                        + " signed it. It names casebook.example/ledger+%08x."
                                .formatted(other.verifier().id()));
    }

    @Test
    void checkpointThatWasEditedIsAltered() throws IOException {
        byte[] checkpoint =
                LEDGER.checkpoint().toString().replace("\n600\n", "\n599\n").getBytes(UTF_8);
        assertWrong(
                check(LEDGER.first(599), checkpoint),
                "ALTERED: The checkpoint is not what " + SampleLedger.KEY
                        + " signed: its text or its signature was altered.");
    }

    @Test
    void checkpointThatCoversFewerEventsThanAnOlderOneShowsThatEventsAreGone() throws IOException {
        assertWrong(
                check(LEDGER.first(400), LEDGER.journal(500, 400)),
                "MISSING: Checkpoint 2 (400 events) has fewer events than checkpoint 1 (500 events) before it:"
                        + " the events from 400 on are gone.");
    }

    @Test
    void twoCheckpointsOfOneSizeAndDifferentRootsAreAContradiction() throws IOException {
        byte[] journal = SampleLedger.journal(
                List.of(LEDGER.checkpoint(), LEDGER.edited(3).checkpoint()));
        assertWrong(
                check(LEDGER, journal),
                "NOT EXTENDED: Checkpoint 1 (600 events) and checkpoint 2 (600 events) have the same size and other root"
                        + " hashes: the past was rewritten.");
    }

    @Test
    void checkpointsOfTwoLogsAreNotMixed() throws IOException {
        SignerKey other = SignerKey.generate("other.example", SignatureType.ED25519, new SecureRandom());
        Path journal = write(
                "journal", SampleLedger.journal(List.of(LEDGER.first(10).checkpoint(), LEDGER.checkpoint(other))));
        assertWrong(
                Run.of(
                        "ledger",
                        write("ledger", LEDGER.export()),
                        "--checkpoint",
                        journal,
                        "--key",
                        SampleLedger.KEY,
                        "--key",
                        other),
                "WRONG KEY: Checkpoint 2 (600 events) is of other.example, and checkpoint 1 (10 events) of"
                        + " casebook.example/ledger: these are two logs.");
    }

    @Test
    void whatIsNoLineOfALedgerIsUnreadable() throws IOException {
        assertWrong(
                check(LEDGER.with(3, "{\"id\":\"x\"}"), LEDGER.journal(600)),
                "UNREADABLE: Line 4 does not begin as a line of the ledger does.");
        assertWrong(
                check(LEDGER.with(3, SampleLedger.line(3, "x", 0, "x".repeat(66_000))), LEDGER.journal(600)),
                "UNREADABLE: Line 4 is longer than 65535 bytes.");
        byte[] export = LEDGER.export();
        assertWrong(
                check(Arrays.copyOf(export, export.length - 1), LEDGER.journal(600)),
                "UNREADABLE: Line 600 breaks off without a newline.");
        assertWrong(check(new byte[20_000_000], LEDGER.journal(600)), "UNREADABLE: Line 1 is no line of a ledger.");
    }

    @Test
    void whatIsNoCheckpointIsUnreadable() throws IOException {
        Run run = check(LEDGER, "nothing\n".getBytes(UTF_8));
        assertThat(run.out()).startsWith("UNREADABLE: ").contains("Checkpoint 1: ");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(check(LEDGER, new byte[0]).out()).startsWith("MISSING: ").contains("has no checkpoint.");
    }

    private static byte[] compressed(SampleLedger ledger) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(ledger.export());
        }
        return compressed.toByteArray();
    }

    private Run check(SampleLedger ledger, byte[] checkpoints) throws IOException {
        return check(ledger.export(), checkpoints);
    }

    private Run check(byte[] export, byte[] checkpoints) throws IOException {
        return Run.of(
                "ledger",
                write("ledger.ndjson", export),
                "--checkpoint",
                write("checkpoints", checkpoints),
                "--key",
                SampleLedger.KEY);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertWrong(Run run, String finding) {
        assertThat(run.out().lines()).last().isEqualTo(finding);
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
