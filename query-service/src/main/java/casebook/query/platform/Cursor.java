package casebook.query.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the sort key and the id of its last row, so that the next page begins behind it whatever was written
 * meanwhile. Clients take it as opaque.
 *
 * @param sort the order that it was made under; it means nothing under another
 * @param key the last row's sort key as text
 * @param asOf the position that the list is shown as of; null where it is shown as it is
 */
public record Cursor(
        String sort, String key, String id, @Nullable Long asOf) {

    private static final String SEPARATOR = "\n";

    public String encode() {
        var plain = String.join(SEPARATOR, sort, key, id, asOf == null ? "" : asOf.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if this service has not made such a cursor. */
    public static Optional<Cursor> decode(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return parts.length == 4 ? decode(parts) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> decode(String[] parts) {
        return parts[3].isEmpty()
                ? Optional.of(new Cursor(parts[0], parts[1], parts[2], null))
                : Parameters.position(parts[3]).map(asOf -> new Cursor(parts[0], parts[1], parts[2], asOf));
    }
}
