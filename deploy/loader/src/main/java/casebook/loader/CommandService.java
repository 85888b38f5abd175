package casebook.loader;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * The command service over HTTP. A batch is answered while it is being sent: {@code java.net.http} hands out a response only after
 * the whole request, so that both sides would wait for each other for ever; hence Reactor Netty.
 */
final class CommandService {
    private static final int OK = 200;
    private static final int ROWS_A_WRITE = 64;
    private static final int CONNECT_MS = 10_000;
    /** Longer than the service waits for its database before it gives up. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final URI base;
    private final HttpClient http;

    CommandService(URI base) {
        this.base = base;
        this.http = HttpClient.create(ConnectionProvider.newConnection())
                .baseUrl(base.toString().replaceAll("/+$", ""))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
                .responseTimeout(SILENCE)
                .disableRetry(true);
    }

    /**
     * @param token empty for none
     * @throws BrokenOff if there is no answer
     */
    Answer send(HttpMethod method, String path, String json, String token) {
        return connected(() -> http.headers(headers -> describe(headers, "application/json", token))
                .request(method)
                .uri(path)
                .send(ByteBufMono.fromString(Mono.just(json)))
                .responseSingle((response, body) -> answer(response, body))
                .blockOptional()
                .orElseThrow());
    }

    /**
     * Streams a body to the batch endpoint and hands over each line of the answer as it comes, until the answer ends.
     *
     * @throws Refused if the answer is not a success
     * @throws BrokenOff if the connection broke, after some lines or before the first
     */
    void batch(Format format, String token, Supplier<Stream<byte[]>> body, Consumer<String> eachLine) {
        connected(() -> {
            Flux<String> answer = http.headers(headers -> describe(headers, format.mediaType(), token))
                    .post()
                    .uri("/api/v1/incidents/batch")
                    .send((request, out) -> out.send(Flux.fromStream(body::get)
                            .buffer(ROWS_A_WRITE)
                            .map(rows -> Unpooled.wrappedBuffer(rows.toArray(byte[][]::new)))
                            .subscribeOn(Schedulers.boundedElastic())))
                    .response(CommandService::lines);
            // As signals, the lines before a failure are all seen before it.
            try (Stream<Signal<String>> signals = answer.materialize().toStream()) {
                signals.forEach(signal -> take(signal, eachLine));
            }
            return true;
        });
    }

    private static void take(Signal<String> signal, Consumer<String> eachLine) {
        if (signal.getThrowable() != null) {
            throw Exceptions.propagate(signal.getThrowable());
        }
        if (signal.get() != null) {
            eachLine.accept(signal.get());
        }
    }

    private static void describe(HttpHeaders headers, String contentType, String token) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!token.isEmpty()) {
            headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
        }
    }

    private static Flux<String> lines(HttpClientResponse response, ByteBufFlux content) {
        if (response.status().code() != OK) {
            return answer(response, content.aggregate())
                    .flatMapMany(answer -> Flux.error(new Refused("Batch", answer)));
        }
        LineAssembler assembler = new LineAssembler();
        return content.asByteArray().flatMapIterable(assembler::add);
    }

    private static Mono<Answer> answer(HttpClientResponse response, ByteBufMono body) {
        return body.asString()
                .defaultIfEmpty("")
                .map(text -> new Answer(response.status().code(), text));
    }

    private <T> T connected(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (RuntimeException e) {
            Throwable cause = Exceptions.unwrap(e);
            if (cause instanceof IOException
                    || cause instanceof AbortedException
                    || cause instanceof TimeoutException) {
                throw new BrokenOff(describe(cause));
            }
            throw e;
        }
    }

    private String describe(Throwable failure) {
        return failure instanceof ConnectException
                ? "Cannot reach " + base
                : "The connection to " + base + " broke (" + failure.getMessage() + ")";
    }
}
