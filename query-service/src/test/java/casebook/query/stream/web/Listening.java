package casebook.query.stream.web;

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
        return stream.accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    static long id(ServerSentEvent<String> event) {
        return Long.parseLong(String.valueOf(event.id()));
    }
}
