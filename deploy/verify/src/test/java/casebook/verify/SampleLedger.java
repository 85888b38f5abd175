package casebook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.transparency.Checkpoint;
import casebook.transparency.CheckpointJournal;
import casebook.transparency.CompactRange;
import casebook.transparency.Hash;
import casebook.transparency.SignatureType;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignerKey;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A ledger with a real tree and real signatures: its lines, and all that can be done to them. */
record SampleLedger(List<String> lines) {

    static final String ORIGIN = "casebook.example/ledger";
    static final SignerKey KEY = SignerKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());

    /** Incidents of three events each; every third event records a file. */
    static SampleLedger of(int size) {
        return new SampleLedger(IntStream.range(0, size)
                .mapToObj(i -> line(i, "incident-" + i / 3, i % 3, "event " + i))
                .toList());
    }

    static String line(long index, String aggregate, int sequence, String text) {
        String file = sequence == 2 ? ",\"sha256\":\"" + fileOf(aggregate) + "\"" : "";
        return ("{\"index\":%d,\"id\":\"e%d\",\"type\":\"Noted\",\"revision\":\"1\",\"aggregateType\":\"Incident\","
                        + "\"aggregate\":\"%s\",\"sequence\":%d,\"time\":\"2026-03-14T08:30:00Z\",\"metadata\":{},"
                        + "\"data\":{\"text\":\"%s\"%s}}")
                .formatted(index, index, aggregate, sequence, text, file);
    }

    /** The SHA-256 of the file that an incident's last event records. */
    static String fileOf(String aggregate) {
        return Hash.leaf(aggregate.getBytes(UTF_8)).toString();
    }

    List<Hash> leaves() {
        return lines.stream().map(line -> Hash.leaf(line.getBytes(UTF_8))).toList();
    }

    SampleLedger first(int size) {
        return new SampleLedger(lines.subList(0, size));
    }

    SignedCheckpoint checkpoint() {
        return checkpoint(KEY);
    }

    SignedCheckpoint checkpoint(SignerKey key) {
        return Checkpoint.of(key.verifier().name(), CompactRange.over(leaves())).sign(key);
    }

    /** A checkpoint for each of these sizes, as the journal holds them. */
    byte[] journal(int... sizes) {
        return journal(
                IntStream.of(sizes).mapToObj(size -> first(size).checkpoint()).toList());
    }

    static byte[] journal(List<SignedCheckpoint> checkpoints) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        checkpoints.forEach(checkpoint -> bytes.writeBytes(CheckpointJournal.record(checkpoint)));
        return bytes.toByteArray();
    }

    byte[] export() {
        return lines.stream()
                .map(line -> line + "\n")
                .reduce("", String::concat)
                .getBytes(UTF_8);
    }

    SampleLedger with(int position, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(position, line);
        return new SampleLedger(changed);
    }

    SampleLedger edited(int position) {
        return with(position, lines.get(position).replace("\"text\":\"event", "\"text\":\"Event"));
    }

    SampleLedger without(int position) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(position);
        return new SampleLedger(changed);
    }

    SampleLedger swapped(int one, int other) {
        return with(one, lines.get(other)).with(other, lines.get(one));
    }

    SampleLedger inserted(int position, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(position, line);
        return new SampleLedger(changed);
    }

    /** All lines with the indexes that their places give them. */
    SampleLedger renumbered() {
        return new SampleLedger(IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).replaceFirst("\"index\":\\d+", "\"index\":" + i))
                .toList());
    }

    /** All lines from this one on changed, as who rewrites the past does it. */
    SampleLedger rewrittenFrom(int position) {
        return new SampleLedger(IntStream.range(0, lines.size())
                .mapToObj(
                        i -> i < position ? lines.get(i) : lines.get(i).replace("\"text\":\"event", "\"text\":\"EVENT"))
                .toList());
    }
}
