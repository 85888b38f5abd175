package casebook.command.web;

import casebook.command.handling.Terms;
import casebook.http.Caller;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a write's headers and body say. */
public final class WriteRequest {

    private WriteRequest() {}

    public static Terms terms(Caller caller, ServerHttpRequest request) {
        return new Terms(caller, null, ifMatch(request));
    }

    /** Reads the body of a write, which may be empty, and carries the write out on a virtual thread. */
    public static Mono<Receipt> carryOut(
            Caller caller, ServerHttpRequest request, BiFunction<JsonNode, Terms, Receipt> write) {
        var terms = terms(caller, request);
        return StrictJson.optionalBody(request).flatMap(body -> VirtualThreads.call(() -> write.apply(body, terms)));
    }

    /** No version has a comma in its tag; what is no tag matches none. */
    private static @Nullable Set<String> ifMatch(ServerHttpRequest request) {
        var sent = request.getHeaders().get(HttpHeaders.IF_MATCH);
        return sent == null
                ? null
                : Arrays.stream(String.join(",", sent).split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
