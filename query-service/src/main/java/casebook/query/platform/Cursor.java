package casebook.query.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the sort key and the id of its last row, so that the next page begins behind it whatever was written
 * meanwhile. Clients take it as opaque.
 *
 * @param sort the order that it was made under; it means nothing under another
 * @param key the last row's sort key as text
 * @param asOf null where the list is shown as it is
 */
public record Cursor(
        String sort, String key, String id, @Nullable Moment asOf) {

    /**
     * What a list is shown as of.
     *
     * @param asked the moment that was asked for; the cursor means nothing under another
     * @param position what that moment was found to be
     */
    public record Moment(String asked, long position) {}

    private static final String SEPARATOR = "\n";

    public String encode() {
        var plain = Stream.of(sort, key, id);
        var parts =
                asOf == null ? plain : Stream.concat(plain, Stream.of(asOf.asked(), Long.toString(asOf.position())));
        var text = parts.collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if this service has not made such a cursor. */
    public static Optional<Cursor> decode(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return switch (parts.length) {
                case 3 -> Optional.of(new Cursor(parts[0], parts[1], parts[2], null));
                case 5 ->
                    Parameters.position(parts[4])
                            .map(position -> new Cursor(parts[0], parts[1], parts[2], new Moment(parts[3], position)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
