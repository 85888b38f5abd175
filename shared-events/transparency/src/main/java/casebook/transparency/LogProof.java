package casebook.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof that can be checked without the log: an entry's inclusion proof and the signed checkpoint that it leads to. C2SP
 * {@code tlog-proof}; files are named {@code *.tlog-proof}.
 *
 * @param inclusion the proof, for the checkpoint's size
 * @param checkpoint the checkpoint with its signatures
 * @param extra what the application adds, in base64; nothing vouches for it; null if there is none
 */
public record LogProof(
        InclusionProof inclusion,
        SignedCheckpoint checkpoint,
        @Nullable String extra) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /**
     * A proof of its parts.
     *
     * @throws Malformed if the inclusion proof is not for the checkpoint's size, or extra is no base64
     */
    public LogProof {
        if (inclusion.size() != checkpoint.checkpoint().size()) {
            throw new Malformed("The proof is not for the checkpoint's size");
        }
        if (extra != null) {
            Text.fromBase64(extra);
        }
    }

    /** A proof without extra data. */
    public LogProof(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        this(inclusion, checkpoint, null);
    }

    /**
     * Reads a proof.
     *
     * @throws Malformed if it is none
     */
    public static LogProof parse(byte[] utf8) {
        return parse(Text.fromUtf8(utf8));
    }

    /**
     * Reads a proof.
     *
     * @throws Malformed if it is none
     */
    public static LogProof parse(String proof) {
        int end = proof.indexOf("\n\n");
        if (end < 0) {
            throw new Malformed("A proof has an empty line before its checkpoint");
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(proof.substring(end + 2));
        List<String> lines =
                new ArrayList<>(Arrays.asList(proof.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw new Malformed("A proof begins with the line " + HEADER);
        }
        String extra = null;
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = lines.remove(0).substring(EXTRA.length());
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new Malformed("A proof has a line with the index of its entry");
        }
        long index = Text.decimal(lines.remove(0).substring(INDEX.length()));
        long size = checkpoint.checkpoint().size();
        if (index >= size) {
            throw new Malformed("A checkpoint of " + size + " entries covers no entry " + index);
        }
        List<Hash> hashes = lines.stream().map(Hash::ofBase64).toList();
        return new LogProof(new InclusionProof(index, size, hashes), checkpoint, extra);
    }

    /** Checks that the entry is in the log; who signed the checkpoint is for {@link SignedCheckpoint#check}. */
    public ProofCheck check(Hash leaf) {
        return inclusion.check(leaf, checkpoint.checkpoint().root());
    }

    /** The proof as it is stored. */
    @Override
    public String toString() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            proof.append(EXTRA).append(extra).append('\n');
        }
        proof.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> proof.append(hash.toBase64()).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }
}
