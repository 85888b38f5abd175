package casebook.benchmarks.reads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;

/** Calls one service in one role. */
final class Client implements AutoCloseable {

    private static final Map<String, String> AS_BROWSERS = Map.of("Accept-Encoding", "gzip");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Client(ServiceProcess service) {
        address = "http://127.0.0.1:" + service.port();
    }

    /** @param path with its parameters, below {@code /api/v1} */
    CompletableFuture<HttpResponse<byte[]>> get(String path, String token, Map<String, String> headers) {
        return send("GET", "/api/v1" + path, token, headers, BodyPublishers.noBody());
    }

    CompletableFuture<HttpResponse<byte[]>> send(String method, String path, String token, String json) {
        return send(
                method,
                "/api/v1" + path,
                token,
                Map.of("Content-Type", "application/json"),
                BodyPublishers.ofString(json));
    }

    /**
     * Asks as a browser does, so that what is large comes compressed. The answer is there when its last byte has come; it is not unpacked.
     *
     * @return fails with an {@link IllegalStateException} if it is answered by anything but 200
     */
    CompletableFuture<HttpResponse<byte[]>> page(String path, String token) {
        return get(path, token, AS_BROWSERS).thenApply(answer -> good(path, answer));
    }

    /** The body of an answer, for which it is waited. */
    String body(String path, String token) {
        return text(good(path, get(path, token, Map.of()).join()));
    }

    private static HttpResponse<byte[]> good(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered by " + answer.statusCode() + ": " + text(answer));
        }
        return answer;
    }

    /** The values of a metric, whatever its labels. */
    DoubleStream metric(String name) {
        return metric(name, _ -> true);
    }

    /** @param labels which of its values are meant, by their labels as they are written */
    DoubleStream metric(String name, Predicate<String> labels) {
        var metrics = text(send("GET", "/actuator/prometheus", "", Map.of(), BodyPublishers.noBody())
                .join());
        return Pattern.compile("^" + name + "(\\{[^}]*}|) (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .filter(found -> labels.test(found.group(1)))
                .mapToDouble(found -> Double.parseDouble(found.group(2)));
    }

    /** For how long the service has compiled, since it was started. */
    double compiledMillis() {
        return metric("jvm_compilation_time_ms_total").reduce(Double::sum).orElseThrow();
    }

    static String text(HttpResponse<byte[]> answer) {
        try (var body = new ByteArrayInputStream(answer.body());
                var text = isCompressed(answer) ? new GZIPInputStream(body) : body) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCompressed(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
    }

    private CompletableFuture<HttpResponse<byte[]>> send(
            String method, String path, String token, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(PATIENCE);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        client.close();
    }
}
