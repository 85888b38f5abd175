package casebook.query.platform;

import casebook.http.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a view depends on beside what it shows.
 *
 * @param purpose what personal data is read for, empty if not said
 */
public record ViewRequest(Caller caller, Locale locale, String purpose) {

    private static final String PURPOSE = "Casebook-Purpose";

    public static ViewRequest of(ServerWebExchange exchange, Caller caller) {
        var locale = exchange.getLocaleContext().getLocale();
        var purpose = exchange.getRequest().getHeaders().getFirst(PURPOSE);
        return new ViewRequest(
                caller, locale == null ? Locale.ENGLISH : locale, purpose == null ? "" : decoded(purpose));
    }

    /** Printable ASCII, or UTF-8 percent-encoded; what is neither stands as it was sent. */
    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException notEncoded) {
            return header.strip();
        }
    }
}
