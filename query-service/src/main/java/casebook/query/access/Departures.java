package casebook.query.access;

import casebook.http.Caller;
import casebook.query.access.Access.What;
import casebook.query.platform.ViewRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Records whatever leaves as a file, told by what is about to be sent, so that no export can forget it. Nothing is sent before it is
 * recorded. Behind the filters of security, which know the caller.
 */
@Component
@Order(0)
final class Departures implements WebFilter {

    /** Of files; what is read and shown is JSON, and the parts of the log that only a token opens are octets. */
    private static final Map<MediaType, What> TAKEN = Map.of(
            new MediaType("text", "csv"),
            What.EXPORT,
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            What.EXPORT,
            MediaType.APPLICATION_PDF,
            What.EXPORT,
            new MediaType("application", "zip"),
            What.BUNDLE,
            MediaType.APPLICATION_NDJSON,
            What.LINES);

    private static final Pattern FILE = Pattern.compile(".*/exhibits/[^/]+/file");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final AccessLog log;

    Departures(AccessLog log) {
        this.log = log;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getMethod() == HttpMethod.GET) {
            exchange.getResponse()
                    .beforeCommit(() -> Mono.justOrEmpty(taken(exchange))
                            .flatMap(what -> exchange.<Authentication>getPrincipal()
                                    .mapNotNull(Authentication::getPrincipal)
                                    .ofType(Caller.class)
                                    .flatMap(caller -> log.taken(
                                            ViewRequest.of(exchange, caller), about(exchange.getRequest()), what))));
        }
        return chain.filter(exchange);
    }

    private static Optional<What> taken(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        if (status != null && !status.is2xxSuccessful()) {
            return Optional.empty();
        }
        return FILE.matcher(exchange.getRequest().getPath().value()).matches()
                ? Optional.of(What.FILE)
                : Optional.ofNullable(exchange.getResponse().getHeaders().getContentType())
                        .flatMap(Departures::kindOf);
    }

    private static Optional<What> kindOf(MediaType sent) {
        return TAKEN.entrySet().stream()
                .filter(kind -> kind.getKey().equalsTypeAndSubtype(sent))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The one thing that is taken, by its id, else from where. */
    private static String about(ServerHttpRequest request) {
        var parameters = request.getQueryParams();
        return Stream.concat(
                        Stream.of("case", "incident").map(parameters::getFirst),
                        Stream.of(request.getPath().value().split("/")))
                .filter(Departures::isId)
                .findFirst()
                .orElseGet(() -> request.getPath().value());
    }

    private static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }
}
