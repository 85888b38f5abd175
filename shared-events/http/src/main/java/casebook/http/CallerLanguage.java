package casebook.http;

import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/** The language in which a request is answered. */
public final class CallerLanguage {

    private CallerLanguage() {}

    /** As {@code Accept-Language} has it, English if it has none. */
    public static Locale of(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}
