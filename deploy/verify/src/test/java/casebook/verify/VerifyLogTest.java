package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.EntryBundle;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running log: 600 events, so two full tiles, a partial one, and a partial one above them. */
class VerifyLogTest {

    private static final SampleLedger LEDGER = SampleLedger.of(600);

    @TempDir
    private Path folder;

    private LogServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LogServer(LEDGER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void logAsItWasHolds() {
        Run run = check(server, "--token", LogServer.TOKEN);
        assertThat(run.out())
                .contains(
                        "The log's checkpoint: casebook.example/ledger, 600 events, root hash ",
                        "  signed by " + SampleLedger.KEY,
                        "Events and tiles: each as the checkpoint covers it",
                        "All that was checked holds.");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(server.requests)
                .containsExactlyInAnyOrder(
                        "checkpoint",
                        "tile/entries/000",
                        "tile/entries/001",
                        "tile/entries/002.p/88",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2");
    }

    @Test
    void withoutATokenTheHashesAreChecked() {
        Run run = check(server);
        assertThat(run.out()).contains("the events were not read, as there is no token");
        assertThat(run.exitCode()).isZero();
        assertThat(server.requests).noneMatch(path -> path.contains("entries"));
    }

    @Test
    void emptyLogHolds() throws IOException {
        try (LogServer empty = new LogServer(LEDGER.first(0))) {
            assertThat(check(empty, "--token", LogServer.TOKEN).exitCode()).isZero();
        }
    }

    @Test
    void cosignaturesAreShown() {
        SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, new SecureRandom());
        SignedCheckpoint checkpoint = LEDGER.checkpoint();
        Instant time = Instant.parse("2026-03-14T08:30:00Z");
        server.replace(
                "checkpoint",
                checkpoint
                        .with(List.of(witness.cosign(checkpoint.checkpoint().toString(), time)))
                        .toString()
                        .getBytes(UTF_8));
        assertThat(check(server, "--key", witness).out())
                .contains("  cosigned by " + witness + " at 2026-03-14T08:30:00Z");
    }

    @Test
    void partialTileThatIsGoneIsReadFromItsFullOne() {
        List<Hash> more = new ArrayList<>(server.tile("tile/0/002.p/88").hashes());
        more.addAll(Collections.nCopies(168, Hash.ofEmptyTree()));
        server.remove("tile/0/002.p/88");
        server.replace("tile/0/002", new HashTile(more).toBytes());
        assertThat(check(server, "--token", LogServer.TOKEN).exitCode()).isZero();
    }

    @Test
    void logExtendsTheCheckpointsThatTheAuditorHolds() throws IOException {
        Path held = write("held", LEDGER.journal(0, 1, 255, 256, 257, 600));
        assertThat(check(server, "--checkpoint", held).exitCode()).isZero();
    }

    @Test
    void editedEventIsNamed() throws IOException {
        server.replace("tile/entries/001", bundle(LEDGER.edited(300), 256, 512));
        assertWrong(
                check(server, "--token", LogServer.TOKEN),
                "ALTERED: Event 300 is not the one whose hash is in the log's tiles.");
    }

    @Test
    void editedEventWithItsTilesMadeAnewIsFoundByTheCheckpoint() throws IOException {
        try (LogServer tampered = new LogServer(LEDGER.edited(300))) {
            tampered.replace("checkpoint", LEDGER.checkpoint().toString().getBytes(UTF_8));
            assertWrong(
                    check(tampered, "--token", LogServer.TOKEN),
                    "ALTERED: The log's checkpoint (600 events) does not cover these events:"
                            + " between event 0 and event 599 something was altered, added or removed.");
        }
    }

    @Test
    void editedEventWithEverythingMadeAnewAndSignedIsFoundByAHeldCheckpoint() throws IOException {
        try (LogServer tampered = new LogServer(LEDGER.edited(300))) {
            assertWrong(
                    check(tampered, "--checkpoint", write("held", LEDGER.journal(200, 400))),
                    "NOT EXTENDED: Checkpoint 2 (400 events) is not extended by the log's checkpoint (600 events), which"
                            + " is that of these events: the past was rewritten between event 200 and event 399.");
        }
    }

    @Test
    void newestEventsDeletedAreFoundByAHeldCheckpoint() throws IOException {
        try (LogServer shorter = new LogServer(LEDGER.first(599))) {
            assertWrong(
                    check(shorter, "--checkpoint", write("held", LEDGER.journal(600))),
                    "MISSING: The log's checkpoint (599 events) has fewer events than the checkpoint (600 events) before"
                            + " it: the events from 599 on are gone.");
        }
    }

    @Test
    void swappedEventsAreReordered() {
        server.replace("tile/entries/001", bundle(LEDGER.swapped(300, 310), 256, 512));
        assertWrong(
                check(server, "--token", LogServer.TOKEN),
                "REORDERED: Event 300 stands after event 310, on line 311 instead of line 301.");
    }

    @Test
    void bundleThatLacksAnEventIsMissingIt() {
        server.replace("tile/entries/002.p/88", bundle(LEDGER, 512, 599));
        assertWrong(check(server, "--token", LogServer.TOKEN), "MISSING: tile/entries/002.p/88 has 87 of 88.");
    }

    @Test
    void alteredHashIsNamedByItsTile() {
        List<Hash> altered = new ArrayList<>(server.tile("tile/1/000.p/2").hashes());
        altered.set(1, Hash.ofEmptyTree());
        server.replace("tile/1/000.p/2", new HashTile(altered).toBytes());
        assertWrong(
                check(server),
                "ALTERED: Hash 1 of tile/1/000.p/2 does not follow from the tiles below it,"
                        + " those of the events 256 to 511.");
    }

    @Test
    void tileThatIsNoneIsUnreadable() {
        server.replace("tile/0/001", new byte[33]);
        Run run = check(server);
        assertThat(run.out()).contains("UNREADABLE: tile/0/001: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void alteredEventOfAnExportIsNamedWithTheLogsTiles() throws IOException {
        Run run = Run.of(
                "ledger",
                write("ledger", LEDGER.edited(300).export()),
                "--checkpoint",
                write("checkpoint", LEDGER.journal(600)),
                "--url",
                server.url(),
                "--key",
                SampleLedger.KEY);
        assertWrong(run, "ALTERED: Event 300 is not the one whose hash is in the log's tiles.");
    }

    @Test
    void olderExportHoldsAgainstALogThatHasGrown() throws IOException {
        Run run = Run.of(
                "ledger",
                write("ledger", LEDGER.first(300).export()),
                "--checkpoint",
                write("checkpoint", LEDGER.journal(300)),
                "--url",
                server.url(),
                "--key",
                SampleLedger.KEY);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void checkpointsAreCheckedByAFewTiles() throws IOException {
        Run run = checkpoints(LEDGER.journal(0, 1, 200, 256, 300, 300, 512, 513, 600));
        assertThat(run.out())
                .contains("Checkpoints: 9, each signed, from 0 to 600 events", "The log extends each of them");
        assertThat(run.exitCode()).isZero();
        assertThat(server.requests).doesNotHaveDuplicates().noneMatch(path -> path.contains("entries"));
    }

    @Test
    void checkpointThatTheLogDoesNotExtendIsNamed() throws IOException {
        List<SignedCheckpoint> journal = List.of(
                LEDGER.first(200).checkpoint(),
                LEDGER.edited(299).first(300).checkpoint(),
                LEDGER.first(400).checkpoint());
        assertWrong(
                checkpoints(SampleLedger.journal(journal)),
                "NOT EXTENDED: Checkpoint 2 (300 events) is not extended by the log's checkpoint (600 events), by the"
                        + " hashes in the log's tiles: the past was rewritten.");
    }

    @Test
    void emptyCheckpointWithAnotherRootIsNotExtended() throws IOException {
        SignedCheckpoint forged = new casebook.transparency.Checkpoint(
                        SampleLedger.ORIGIN, 0, LEDGER.checkpoint().checkpoint().root())
                .sign(SampleLedger.KEY);
        assertThat(checkpoints(SampleLedger.journal(List.of(forged))).out())
                .contains("NOT EXTENDED: The checkpoint (0 events)");
    }

    @Test
    void checkpointsAloneAreCheckedForSignaturesAndSizes() throws IOException {
        Run run = Run.of("checkpoints", write("held", LEDGER.journal(3, 5)), "--key", SampleLedger.KEY);
        assertThat(run.out()).contains("That they extend one another was not checked");
        assertThat(run.exitCode()).isZero();
        assertWrong(
                Run.of("checkpoints", write("held", LEDGER.journal(5, 3)), "--key", SampleLedger.KEY),
                "MISSING: Checkpoint 2 (3 events) has fewer events than checkpoint 1 (5 events) before it:"
                        + " the events from 3 on are gone.");
    }

    @Test
    void logThatAnswersWithAnErrorIsNotChecked() {
        Run run = check(server, "--token", "nobody");
        assertThat(run.err()).contains("Cannot be checked: ", "tile/entries/000 answers 401");
        assertThat(run.exitCode()).isEqualTo(2);
        server.remove("tile/0/001");
        assertThat(check(server).exitCode()).isEqualTo(2);
        server.close();
        assertThat(check(server).exitCode()).isEqualTo(2);
    }

    private Run checkpoints(byte[] journal) throws IOException {
        return Run.of("checkpoints", write("held", journal), "--url", server.url() + "/", "--key", SampleLedger.KEY);
    }

    private static Run check(LogServer server, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("log", server.url(), "--key", SampleLedger.KEY));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] bundle(SampleLedger ledger, int begin, int end) {
        return new EntryBundle(ledger.lines().subList(begin, end).stream()
                        .map(line -> line.getBytes(UTF_8))
                        .toList())
                .toBytes();
    }

    private static void assertWrong(Run run, String finding) {
        assertThat(run.out().lines()).last().isEqualTo(finding);
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
