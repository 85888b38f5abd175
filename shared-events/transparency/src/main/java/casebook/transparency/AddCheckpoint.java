package casebook.transparency;

import java.util.Arrays;
import java.util.List;

/**
 * The request by which a log asks a witness for a cosignature: {@code POST <prefix>/add-checkpoint}, C2SP {@code
 * tlog-witness}.
 *
 * @param oldSize the size of the newest checkpoint that the witness is believed to have cosigned, 0 for none
 * @param consistency the hashes of the consistency proof from the old size to the checkpoint's; none for an old size of 0
 * @param checkpoint the checkpoint, signed by the log
 */
public record AddCheckpoint(long oldSize, List<Hash> consistency, SignedCheckpoint checkpoint) {

    private static final String OLD = "old ";
    private static final int MAX_HASHES = 63;

    /**
     * A request of its parts.
     *
     * @throws Malformed if the old size is negative, or there are more than 63 hashes
     */
    public AddCheckpoint {
        consistency = List.copyOf(consistency);
        if (oldSize < 0 || consistency.size() > MAX_HASHES) {
            throw new Malformed("No request for a cosignature has the old size " + oldSize + " and "
                    + consistency.size() + " hashes");
        }
    }

    /** The request for a witness that has cosigned a tree of this size, or 0 if it has not cosigned any. */
    public static AddCheckpoint since(long oldSize, SignedCheckpoint checkpoint, SubtreeHashes hashes) {
        return new AddCheckpoint(
                oldSize,
                oldSize == 0
                        ? List.of()
                        : ConsistencyProof.of(oldSize, checkpoint.checkpoint().size(), hashes)
                                .hashes(),
                checkpoint);
    }

    /**
     * Reads the body of a request.
     *
     * @throws Malformed if it is none
     */
    public static AddCheckpoint parse(byte[] utf8) {
        String body = Text.fromUtf8(utf8);
        int end = body.indexOf("\n\n");
        if (end < 0 || !body.startsWith(OLD)) {
            throw new Malformed("A request has an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = Arrays.asList(body.substring(0, end).split("\n", -1));
        return new AddCheckpoint(
                Text.decimal(lines.get(0).substring(OLD.length())),
                lines.stream().skip(1).map(Hash::ofBase64).toList(),
                SignedCheckpoint.parse(body.substring(end + 2)));
    }

    /** The body of the request. */
    @Override
    public String toString() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        consistency.forEach(hash -> body.append(hash.toBase64()).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
