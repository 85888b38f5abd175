package casebook.command.web;

import casebook.command.handling.Terms;
import casebook.http.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a write's headers say. */
public final class WriteRequest {

    private WriteRequest() {}

    public static Terms terms(Caller caller, ServerHttpRequest request) {
        return new Terms(caller, null, ifMatch(request));
    }

    private static @Nullable Set<String> ifMatch(ServerHttpRequest request) {
        var tags = request.getHeaders().getIfMatch();
        return tags.isEmpty() ? null : Set.copyOf(tags);
    }
}
