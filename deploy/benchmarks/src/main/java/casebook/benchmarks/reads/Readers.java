package casebook.benchmarks.reads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Analysts who ask at a fixed rate, whether or not earlier answers are there yet: a latency counts from when the question was due. */
final class Readers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Readers(int port) {
        address = "http://127.0.0.1:" + port + "/api/v1";
    }

    /** @param path with its parameters, of the n-th question */
    Latencies ask(int perSecond, Duration time, IntFunction<String> path) {
        var count = (int) Math.max(1, time.toMillis() * perSecond / 1000);
        var nanos = new long[count];
        var start = System.nanoTime();
        var answers = IntStream.range(0, count)
                .mapToObj(number -> {
                    var due = start + number * 1_000_000_000L / perSecond;
                    LockSupport.parkNanos(due - System.nanoTime());
                    return client.sendAsync(request(path.apply(number)), HttpResponse.BodyHandlers.ofByteArray())
                            .thenAccept(answer -> {
                                checked(answer.statusCode(), path.apply(number));
                                nanos[number] = System.nanoTime() - due;
                            });
                })
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(answers).join();
        return Latencies.of(nanos);
    }

    String body(String path) {
        var answer = client.sendAsync(request(path), HttpResponse.BodyHandlers.ofString())
                .join();
        checked(answer.statusCode(), path);
        return answer.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer analyst")
                .timeout(PATIENCE)
                .build();
    }

    private static void checked(int status, String path) {
        if (status != 200) {
            throw new IllegalStateException(path + " was answered by " + status);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
