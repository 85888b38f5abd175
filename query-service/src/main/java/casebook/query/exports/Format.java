package casebook.query.exports;

import casebook.query.platform.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.server.ServerWebExchange;

/** What a list or table is answered as. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    XLSX(new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    PDF(MediaType.APPLICATION_PDF);

    private static final RequestedContentTypeResolver ACCEPT = new HeaderContentTypeResolver();

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    /**
     * What the parameter {@code format} names, else what {@code Accept} prefers, else JSON. A format that is not offered is a fault
     * of the parameter.
     *
     * @param files that are offered beside JSON
     */
    public static Format of(Parameters parameters, ServerWebExchange exchange, Format... files) {
        var offered = EnumSet.of(JSON, files);
        return parameters.has("format")
                ? parameters
                        .one("format", "format", text -> named(text, offered))
                        .orElse(JSON)
                : accepted(exchange, offered);
    }

    /** The same of a list. A file has all of its rows, whatever page is asked for. */
    public static Format ofList(Parameters parameters, ServerWebExchange exchange) {
        var format = of(parameters, exchange, CSV, XLSX);
        if (format != JSON) {
            parameters.ignore("limit", "cursor");
        }
        return format;
    }

    /** A fault of the parameter {@code format} where there are no files. */
    public static void refuseFiles(Parameters parameters) {
        parameters.one("format", "format", text -> named(text, EnumSet.of(JSON)));
    }

    private static Optional<Format> named(String text, Set<Format> offered) {
        return offered.stream().filter(format -> format.key().equals(text)).findFirst();
    }

    private static Format accepted(ServerWebExchange exchange, Set<Format> offered) {
        exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var types = ACCEPT.resolveMediaTypes(exchange);
        return types.stream()
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> offered.stream().filter(format -> type.isCompatibleWith(format.type)))
                .filter(format -> types.stream().noneMatch(format::isRefusedBy))
                .findFirst()
                .orElse(JSON);
    }

    /** As RFC 9110, 12.4.2 has it; a range that covers others, too, yields to who names this. */
    private boolean isRefusedBy(MediaType named) {
        return named.getQualityValue() == 0 && named.isConcrete() && named.includes(type);
    }

    /** Its name in requests, and the extension of its files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType type() {
        return type;
    }
}
