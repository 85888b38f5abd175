package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalLong;

/**
 * One event of the ledger as it is exported and hashed, seen only as far as a verifier needs it: a line of JSON that
 * begins with its index, <code>{"index":N,</code>.
 *
 * @param bytes the line without its newline; not copied
 */
public record LedgerEntry(byte[] bytes) {

    private static final byte[] START = "{\"index\":".getBytes(UTF_8);

    private static final int MAX_DIGITS = 19;

    /** The hash of the line as an entry of the log. */
    public Hash leaf() {
        return Hash.leaf(bytes);
    }

    /** The index that the line says it has; none if it does not begin as a line does. */
    public OptionalLong index() {
        for (int i = 0; i < START.length; i++) {
            if (i >= bytes.length || bytes[i] != START[i]) {
                return OptionalLong.empty();
            }
        }
        int end = START.length;
        while (end < bytes.length && end <= START.length + MAX_DIGITS && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        if (end == bytes.length || bytes[end] != ',') {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Text.decimal(new String(bytes, START.length, end - START.length, UTF_8)));
        } catch (Malformed e) {
            return OptionalLong.empty();
        }
    }
}
