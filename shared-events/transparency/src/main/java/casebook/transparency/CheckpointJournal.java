package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The file that carries checkpoints out of the database: one note after the other, oldest first, each followed by one empty
 * line. A checkpoint has exactly one empty line of its own, between text and signatures, so the second one ends it. Records
 * are only ever appended. One that a crash cut off lacks its last empty line: who goes on writing first cuts the file after
 * its last two newlines in a row.
 */
public final class CheckpointJournal {

    private static final int MAX_RECORD = 1_000_000;

    private CheckpointJournal() {}

    /** What is appended to the file for a checkpoint: its note and an empty line. */
    public static byte[] record(SignedCheckpoint checkpoint) {
        return (checkpoint + "\n").getBytes(UTF_8);
    }

    /**
     * Reads all records. A single note, without an empty line after it, is read as a file of one record.
     *
     * @param in is read to its end and not closed; should be buffered
     * @throws Malformed if something is no checkpoint; the message has the record's number, from 1
     */
    public static void read(InputStream in, Consumer<SignedCheckpoint> checkpoints) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        int number = 1;
        int emptyLines = 0;
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            emptyLines += next == '\n' && last == '\n' ? 1 : 0;
            last = next;
            if (emptyLines < 2) {
                record.write(next);
            } else {
                checkpoints.accept(parse(record, number++));
                record.reset();
                emptyLines = 0;
                last = 0;
            }
            if (record.size() > MAX_RECORD) {
                throw new Malformed("Checkpoint " + number + " is longer than " + MAX_RECORD + " bytes");
            }
        }
        if (record.size() > 0) {
            checkpoints.accept(parse(record, number));
        }
    }

    private static SignedCheckpoint parse(ByteArrayOutputStream record, int number) {
        try {
            return SignedCheckpoint.parse(record.toByteArray());
        } catch (Malformed e) {
            throw new Malformed("Checkpoint " + number + ": " + e.getMessage(), e);
        }
    }
}
