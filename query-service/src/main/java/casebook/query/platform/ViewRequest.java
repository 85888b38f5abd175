package casebook.query.platform;

import casebook.http.Caller;
import casebook.http.CallerLanguage;
import casebook.http.Role;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a view depends on beside what it shows.
 *
 * @param purpose what personal data is read for, empty if not said
 * @param path of the request, without its query
 * @param from the address of the machine that asks, as the connection has it
 */
public record ViewRequest(Caller caller, Locale locale, String purpose, String path, String from) {

    private static final String PURPOSE = "Casebook-Purpose";

    public static ViewRequest of(ServerWebExchange exchange, Caller caller) {
        var purpose = exchange.getRequest().getHeaders().getFirst(PURPOSE);
        return new ViewRequest(
                caller,
                CallerLanguage.of(exchange),
                purpose == null ? "" : decoded(purpose),
                exchange.getRequest().getPath().value(),
                address(exchange.getRequest().getRemoteAddress()));
    }

    /** Whether what names persons is shown in clear: to those who do casework, and say what for. */
    public boolean opensPersons() {
        return caller.has(Role.STATION, Role.COMMAND) && !purpose.isBlank();
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
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
