package casebook.query.stream.web;

import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** Listens as clients of server-sent events do. */
final class Listening {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private Listening() {}

    /** What is told after a position, without the heartbeats. */
    static Flux<ServerSentEvent<String>> after(long position, WebTestClient client, String uri) {
        return everything(client.get().uri(uri).header("Last-Event-ID", Long.toString(position)))
                .filter(event -> event.event() != null);
    }

    /** With the heartbeats. The service knows of the listener when this comes back. */
    static Flux<ServerSentEvent<String>> everything(WebTestClient.RequestHeadersSpec<?> stream) {
        return unlessRefused(stream).orElseThrow();
    }

    /** The same, unless it is answered by something else than events. */
    static Optional<Flux<ServerSentEvent<String>>> unlessRefused(WebTestClient.RequestHeadersSpec<?> stream) {
        var answer = stream.accept(MediaType.TEXT_EVENT_STREAM).exchange().returnResult(EVENT);
        return answer.getStatus().is2xxSuccessful() ? Optional.of(answer.getResponseBody()) : Optional.empty();
    }

    static long id(ServerSentEvent<String> event) {
        return Long.parseLong(String.valueOf(event.id()));
    }
}
