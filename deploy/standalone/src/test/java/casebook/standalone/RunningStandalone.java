package casebook.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The standalone as a user runs it: {@code deploy/run} in a process of its own, on free ports and a data folder of the test's. */
final class RunningStandalone implements AutoCloseable {

    static final Path ROOT = root();
    static final JsonMapper JSON = new JsonMapper();

    private static final Duration START = Duration.ofMinutes(2);

    final int commandPort = freePort();
    final int queryPort = freePort();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Map<String, String> settings;
    private final Path output;
    /** By role. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Process process;

    private RunningStandalone(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
        this.output = data.resolve("output.txt");
    }

    static RunningStandalone start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /** @param settings further environment variables */
    static RunningStandalone start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        var standalone = new RunningStandalone(data, settings);
        standalone.start();
        return standalone;
    }

    void start() throws IOException, InterruptedException {
        tokens.clear();
        var builder = new ProcessBuilder(ROOT.resolve("deploy/run").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        environment(builder);
        process = builder.start();
        var deadline = Instant.now().plus(START);
        while (!Files.readString(output).contains("Casebook is ready")) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Casebook did not start:\n" + Files.readString(output));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private void environment(ProcessBuilder builder) {
        builder.environment().put("CASEBOOK_COMMAND_PORT", Integer.toString(commandPort));
        builder.environment().put("CASEBOOK_QUERY_PORT", Integer.toString(queryPort));
        builder.environment().put("CASEBOOK_DATA", data.resolve("casebook").toString());
        builder.environment().remove("CASEBOOK_MONGODB_URI");
        // What lives for seconds is slowed down by being compiled well.
        builder.environment().put("CASEBOOK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(settings);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Every process of this standalone that runs: the program and its MongoDB. */
    List<ProcessHandle> processes() {
        var all = new ArrayList<>(process.descendants().toList());
        if (process.isAlive()) {
            all.add(process.toHandle());
        }
        return all;
    }

    /** {@code kill -9} of every process at once. */
    void kill() throws InterruptedException {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) {
            one.onExit().join();
        }
    }

    /** Starts {@code deploy/load} with these arguments. */
    Process load(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("deploy/load").toString());
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        environment(builder);
        return builder.start();
    }

    /** Loads a file to its end; what the loader printed. */
    String loaded(String... arguments) throws IOException, InterruptedException {
        var loader = load(arguments);
        var printed = new String(loader.getInputStream().readAllBytes());
        if (loader.waitFor() != 0) {
            throw new IllegalStateException(printed);
        }
        return printed;
    }

    static String sample(String name) {
        return ROOT.resolve("deploy/samples").resolve(name).toString();
    }

    /** The same for every caller; it lives longer than a test. */
    String token(String role) throws IOException, InterruptedException {
        if (!tokens.containsKey(role)) {
            var answer = post(commandPort, "/demo/token", "{\"role\": \"" + role + "\", \"name\": \"test\"}", null);
            tokens.put(role, JSON.readTree(answer.body()).get("access_token").stringValue());
        }
        return tokens.get(role);
    }

    HttpResponse<String> get(int port, String path, String token) throws IOException, InterruptedException {
        return http.send(request(port, path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a path answers, in a file. */
    Path download(String path, String token, Path file) throws IOException, InterruptedException {
        var answer = http.send(request(queryPort, path, token).GET().build(), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + Files.readString(file));
        }
        return file;
    }

    HttpResponse<String> post(int port, String path, String body, String token, String... headers)
            throws IOException, InterruptedException {
        var request = request(port, path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The yearly statistics once every projection has caught up with the whole ledger. */
    JsonNode statistics(String query) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(START);
        while (true) {
            var answer = http.send(
                    request(queryPort, "/api/v1/statistics/yearly" + query, token("ANALYST"))
                            .header("Casebook-Min-Position", Long.toString(position()))
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body());
            }
            if (answer.statusCode() != 503 || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** The number of events in the ledger. */
    long position() throws IOException, InterruptedException {
        return get(queryPort, "/api/v1/audit/events?limit=1", token("AUDITOR"))
                .headers()
                .firstValueAsLong("Casebook-Position")
                .orElseThrow();
    }

    /** The newest checkpoint, once it covers the whole ledger. */
    String checkpoint() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(START);
        var size = Long.toString(position());
        while (true) {
            var answer = get(queryPort, "/checkpoint", null);
            if (answer.statusCode() == 200
                    && answer.body().lines().toList().get(1).equals(size)) {
                return answer.body();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/run"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
