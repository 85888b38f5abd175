package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle of two incidents, tampered with in each way; the sums are computed anew as who tampers would. */
class VerifyBundleTest {

    private static final SampleLedger LEDGER = SampleLedger.of(600);
    private static final int[] INDEXES = {3, 4, 5, 300, 301, 302};

    private final SampleBundle bundle = new SampleBundle(LEDGER, INDEXES);

    @TempDir
    private Path folder;

    @Test
    void bundleAsItWasHolds() throws IOException {
        Run run = check(bundle, "--key", SampleLedger.KEY);
        assertThat(run.out())
                .contains(
                        "The checkpoint: casebook.example/ledger, 600 events, root hash ",
                        "  signed by " + SampleLedger.KEY,
                        "Events: 6, each is in the ledger that the checkpoint signs",
                        "Attachments: 1, each recorded by an event",
                        "Files: each as in SHA256SUMS",
                        "All that was checked holds.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void keyInTheBundleIsBelievedOnlyWithAWarning() throws IOException {
        Run run = check(bundle);
        assertThat(run.out()).contains("Compare it with the one that you know of this log: " + SampleLedger.KEY);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void keyMayStandInAFile() throws IOException {
        Path keys = Files.writeString(
                folder.resolve("keys"),
                SignerKey.generate("w", SignatureType.COSIGNATURE, new SecureRandom()) + "\n\n" + SampleLedger.KEY
                        + "\n");
        assertThat(check(bundle, "--key", keys).exitCode()).isZero();
    }

    @Test
    void editedPayloadIsAltered() throws IOException {
        bundle.change("events.ndjson", events -> events.replace("event 300", "event 3OO"))
                .sum();
        assertWrong("ALTERED: Event 300, or its proof in proofs.json: the proof does not lead to the root hash.");
    }

    @Test
    void editedProofIsAltered() throws IOException {
        String hash = LEDGER.leaves().get(301).toBase64();
        String other = Hash.ofEmptyTree().toBase64();
        bundle.change("proofs/300.tlog-proof", proof -> proof.replace(hash, other))
                .sum();
        assertWrong("ALTERED: Event 300, or its proof in proofs/300.tlog-proof:"
                + " the proof does not lead to the root hash.");
        bundle.change("proofs.json", proofs -> proofs.replace(hash, other)).sum();
        assertWrong("ALTERED: Event 300, or its proof in proofs.json: the proof does not lead to the root hash.");
    }

    @Test
    void eventDeletedFromTheEventsIsMissing() throws IOException {
        bundle.change("events.ndjson", events -> events.replace(LEDGER.lines().get(4) + "\n", ""))
                .sum();
        assertWrong("MISSING: Event 4 is not there, but has a proof in proofs.json.");
    }

    @Test
    void eventDeletedWithItsProofsIsMissingFromItsIncident() throws IOException {
        assertWrong(
                new SampleBundle(LEDGER, 3, 5, 300, 301, 302),
                "MISSING: Before event 5, event number 1 of incident-1 is not there.");
        assertWrong(
                new SampleBundle(LEDGER, 4, 5, 300, 301, 302),
                "MISSING: Before event 4, event number 0 of incident-1 is not there.");
    }

    @Test
    void swappedEventsAreReordered() throws IOException {
        String fourth = LEDGER.lines().get(4);
        String fifth = LEDGER.lines().get(5);
        bundle.change("events.ndjson", events -> events.replace(fourth + "\n" + fifth, fifth + "\n" + fourth))
                .sum();
        assertWrong("REORDERED: Event 4 stands after event 5, on line 3 of events.ndjson.");
    }

    @Test
    void insertedEventIsAdded() throws IOException {
        String forged = SampleLedger.line(7, "incident-2", 1, "forged");
        String after = LEDGER.lines().get(5) + "\n";
        bundle.change("events.ndjson", events -> events.replace(after, after + forged + "\n"))
                .sum();
        assertWrong("ADDED: Event 7 has no proof in proofs.json.");
        String twice = new SampleBundle(LEDGER, INDEXES).file("events.ndjson").replace(after, after + after);
        bundle.change("events.ndjson", events -> twice).sum();
        assertWrong("ADDED: Event 5 is there twice, on lines 3 and 4 of events.ndjson.");
    }

    @Test
    void bundleOfARewrittenLedgerIsOfAnotherKeyUnlessTheKeyWasStolen() throws IOException {
        SignerKey forger = SignerKey.generate(SampleLedger.ORIGIN, SignatureType.ED25519, new SecureRandom());
        bundle.change("checkpoint", old -> LEDGER.edited(3).checkpoint(forger).toString())
                .sum();
        assertWrong(
                "WRONG KEY: The checkpoint says that it is of casebook.example/ledger, and no trusted key of that name"
                        + " signed it. It names casebook.example/ledger+%08x."
                                .formatted(forger.verifier().id()));
        bundle.change("key.vkey", old -> forger + "\n").sum();
        assertThat(check(bundle, "--key", SampleLedger.KEY).out())
                .contains("WRONG KEY: The key in the bundle is none of those given: " + forger);
        bundle.change("checkpoint", old -> LEDGER.edited(3).checkpoint().toString())
                .change("key.vkey", old -> SampleLedger.KEY + "\n")
                .sum();
        assertWrong("ALTERED: Event 3, or its proof in proofs.json: the proof does not lead to the root hash.");
    }

    @Test
    void editedCheckpointIsAltered() throws IOException {
        bundle.change("checkpoint", old -> old.replace("\n600\n", "\n601\n")).sum();
        assertWrong("ALTERED: The checkpoint is not what " + SampleLedger.KEY
                + " signed: its text or its signature was altered.");
    }

    @Test
    void proofsForAnotherCheckpointAreAltered() throws IOException {
        SampleBundle older = new SampleBundle(LEDGER.first(500), INDEXES);
        bundle.change("proofs/4.tlog-proof", old -> older.file("proofs/4.tlog-proof"))
                .sum();
        assertWrong("ALTERED: proofs/4.tlog-proof has another checkpoint than the bundle.");
        bundle.change("proofs.json", old -> older.file("proofs.json")).sum();
        assertWrong("ALTERED: The proof of event 3 is for 500 events, and the checkpoint for 600.");
    }

    @Test
    void proofFilesAndEventsBelongTogether() throws IOException {
        assertWrong(
                new SampleBundle(LEDGER, INDEXES)
                        .remove("proofs/301.tlog-proof")
                        .sum(),
                "ADDED: Event 301 has no proof in a file *.tlog-proof.");
        String further = new SampleBundle(LEDGER, 9).file("proofs/9.tlog-proof");
        bundle.change("proofs/9.tlog-proof", none -> further).sum();
        assertWrong("MISSING: Event 9 is not there, but has a proof in proofs/9.tlog-proof.");
    }

    @Test
    void attachmentThatNoEventRecordedIsAdded() throws IOException {
        String other = SampleLedger.fileOf("other");
        bundle.change("attachments.json", old -> old.replace(SampleLedger.fileOf("incident-1"), other))
                .sum();
        assertWrong("ADDED: attachments.json names the file with SHA-256 " + other
                + ", which no event of the bundle recorded.");
    }

    @Test
    void filesAreThoseOfTheSums() throws IOException {
        assertWrong(
                new SampleBundle(LEDGER, INDEXES).change("timeline.html", old -> old + " "),
                "ALTERED: The file timeline.html is not the one in SHA256SUMS.");
        assertWrong(
                new SampleBundle(LEDGER, INDEXES).change("more.txt", none -> "more"),
                "ADDED: The file more.txt is not in SHA256SUMS.");
        assertWrong(
                new SampleBundle(LEDGER, INDEXES)
                        .change("more.txt", none -> "more")
                        .sum()
                        .remove("more.txt"),
                "MISSING: The file more.txt is in SHA256SUMS, but not in the bundle.");
        assertWrong(
                new SampleBundle(LEDGER, INDEXES).change("SHA256SUMS", sums -> sums + "nothing\n"),
                "UNREADABLE: SHA256SUMS has a line that is none: nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "key.vkey",
                "events.ndjson",
                "proofs.json",
                "timeline.html",
                "timeline.pdf",
                "attachments.json",
                "README.txt",
                "SHA256SUMS",
            })
    void fileThatABundleAlwaysHasIsMissing(String file) throws IOException {
        assertWrong(bundle.remove(file), "MISSING: The bundle has no file " + file + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"proofs\": 1}",
                "{\"proofs\": []} x",
                "{\"proofs\": [],}",
                "{'proofs': []}",
                "{\"proofs\": [], \"proofs\": []}",
                "{\"proofs\": [{\"index\": 3, \"size\": 600}]}",
                "{\"proofs\": [{\"index\": 3, \"hashes\": []}]}",
                "{\"proofs\": [{\"index\": 600, \"size\": 600, \"hashes\": []}]}",
                "{\"proofs\": [{\"index\": 3, \"size\": 600, \"hashes\": [\"AAAA\"]}]}",
                "{\"proofs\": [{\"index\": 3, \"size\": 600, \"hashes\": []}, {\"index\": 3, \"size\": 600, \"hashes\": []}]}",
            })
    void whatAreNoProofsIsUnreadable(String proofs) throws IOException {
        Run run = check(bundle.change("proofs.json", old -> proofs).sum());
        assertThat(run.out().lines()).last().asString().startsWith("UNREADABLE: proofs.json: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "key.vkey", "proofs/4.tlog-proof", "attachments.json", "events.ndjson"})
    void fileThatIsNotWhatItShouldBeIsUnreadable(String file) throws IOException {
        Run run = check(bundle.change(file, old -> "nothing\n").sum());
        assertThat(run.out().lines())
                .last()
                .asString()
                .startsWith("UNREADABLE: ")
                .contains(file);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void membersThatWeDoNotKnowAreIgnored() throws IOException {
        bundle.change(
                        "proofs.json",
                        old -> old.replace("{\"index\"", "{\"leafHash\": \"x\", \"index\"")
                                .replaceFirst("\\{", "{\"rootHash\": [{}], "))
                .sum();
        assertThat(check(bundle).exitCode()).isZero();
    }

    @Test
    void damagedZipIsUnreadable() throws IOException {
        Path zip = bundle.write(folder.resolve("damaged.zip"));
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 100; i < 200; i++) {
            bytes[i] ^= 0x55;
        }
        Run run = Run.of("bundle", Files.write(zip, bytes));
        assertThat(run.out().lines()).last().asString().startsWith("UNREADABLE: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNoZipIsUnreadable() throws IOException {
        Path zip = Files.write(folder.resolve("no.zip"), "no zip".getBytes(UTF_8));
        Run run = Run.of("bundle", zip);
        assertThat(run.out()).startsWith("UNREADABLE: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private void assertWrong(String finding) throws IOException {
        assertWrong(bundle, finding);
    }

    private void assertWrong(SampleBundle tampered, String finding) throws IOException {
        Run run = check(tampered);
        assertThat(run.out().lines()).last().isEqualTo(finding);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Run check(SampleBundle checked, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("bundle", checked.write(folder.resolve("bundle.zip"))));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }
}
