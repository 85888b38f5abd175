package casebook.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash of the Merkle tree of RFC 6962, section 2.1. A leaf and an inner node are hashed with different
 * prefixes, so that neither can be passed off as the other.
 */
public final class Hash {

    /** The length of a hash in bytes. */
    public static final int LENGTH = 32;

    /** Is copied and never updated: to look for one takes longer than to hash a node. */
    private static final MessageDigest UNUSED = lookUp();

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed earlier.
     *
     * @throws IllegalArgumentException unless there are exactly {@value #LENGTH} bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash of one entry of the log: SHA-256(0x00 ‖ entry). */
    public static Hash leaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return new Hash(sha256.digest(entry));
    }

    /** The hash over two subtrees: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    /** The root of the tree without entries: SHA-256 of nothing. */
    public static Hash ofEmptyTree() {
        return new Hash(sha256().digest());
    }

    /**
     * A hash as proofs and checkpoints write it.
     *
     * @throws Malformed unless it is the standard base64 of {@value #LENGTH} bytes
     */
    public static Hash ofBase64(String text) {
        byte[] bytes = Text.fromBase64(text);
        if (bytes.length != LENGTH) {
            throw new Malformed("A hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** The hash in standard base64, as proofs and checkpoints write it. */
    public String toBase64() {
        return Text.base64(bytes);
    }

    /** A copy of the {@value #LENGTH} bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hash in lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(UNUSED.getProvider() + " cannot copy its SHA-256", e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
