package casebook.query.exports;

import casebook.http.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an export shows. The ledger below a position never changes, so this is enough to make it again.
 *
 * @param table which table it is
 * @param filter as query parameters
 * @param scope of the caller it was made for
 * @param hidden the ids of the cases that were sealed for others when it was made, and so are left out
 * @param position of the ledger that it shows
 * @param madeAt the position of the ledger when it was made, for the first time
 */
public record Issued(String table, String filter, Scope scope, Set<String> hidden, long position, long madeAt) {

    private static final int CODE_BYTES = 16;

    /** The same for equal exports, whenever they were made; 32 hexadecimal digits, to be typed from paper if need be. */
    String code() {
        var sealed = hidden.stream().sorted().collect(Collectors.joining(" "));
        var text = String.join("\n", table, filter, scope.toString(), Long.toString(position), sealed);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, CODE_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a caller of a scope may see it: as the one it was made for, or as one who may see everything. */
    public boolean isFor(Scope other) {
        return other instanceof Scope.All || other.equals(scope);
    }
}
