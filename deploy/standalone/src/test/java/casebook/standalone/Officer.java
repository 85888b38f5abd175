package casebook.standalone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who works with a running standalone, with a token of a role. What one officer wrote, the others who were made from it read. */
final class Officer {

    private static final String API = "/api/v1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int commandPort;
    private final int queryPort;
    private final HttpClient http;
    private final AtomicLong written;
    private final String token;

    private Officer(int commandPort, int queryPort, HttpClient http, AtomicLong written, Identity identity)
            throws IOException, InterruptedException {
        this.commandPort = commandPort;
        this.queryPort = queryPort;
        this.http = http;
        this.written = written;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + commandPort + "/demo/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(identity)));
        this.token = Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()))
                .done()
                .path("access_token")
                .stringValue();
    }

    static Officer admin(RunningStandalone casebook) throws IOException, InterruptedException {
        return admin(casebook.commandPort, casebook.queryPort);
    }

    static Officer admin(int commandPort, int queryPort) throws IOException, InterruptedException {
        return new Officer(
                commandPort,
                queryPort,
                HttpClient.newHttpClient(),
                new AtomicLong(),
                new Identity("ADMIN", "Quản trị", null, null));
    }

    Officer station(String station, String name) throws IOException, InterruptedException {
        return colleague(new Identity("STATION", name, station, station.substring(0, "VN-00".length())));
    }

    Officer command(String province, String name) throws IOException, InterruptedException {
        return colleague(new Identity("COMMAND", name, null, province));
    }

    Officer auditor() throws IOException, InterruptedException {
        return colleague(new Identity("AUDITOR", "Kiểm tra", null, null));
    }

    private Officer colleague(Identity identity) throws IOException, InterruptedException {
        return new Officer(commandPort, queryPort, http, written, identity);
    }

    String token() {
        return token;
    }

    /** @param body what is written as JSON */
    Answer post(String path, Object body, String... headers) throws IOException, InterruptedException {
        return write("POST", path, BodyPublishers.ofString(json(body)), "application/json", headers);
    }

    Answer post(String path) throws IOException, InterruptedException {
        return write("POST", path, BodyPublishers.noBody(), "application/json");
    }

    /** @param lines what is written as JSON, one a line */
    Answer postLines(String path, List<?> lines) throws IOException, InterruptedException {
        var text = String.join("\n", lines.stream().map(Officer::json).toList());
        return write("POST", path, BodyPublishers.ofString(text), "application/x-ndjson");
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return write("PUT", path, BodyPublishers.ofString(json(body)), "application/json");
    }

    Answer put(String path, byte[] file) throws IOException, InterruptedException {
        return write("PUT", path, BodyPublishers.ofByteArray(file), "application/octet-stream");
    }

    Answer delete(String path, Object body) throws IOException, InterruptedException {
        return write("DELETE", path, BodyPublishers.ofString(json(body)), "application/json");
    }

    private Answer write(String method, String path, HttpRequest.BodyPublisher body, String type, String... headers)
            throws IOException, InterruptedException {
        var request = request(commandPort, path, "en").method(method, body).header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
        written.accumulateAndGet(answer.position(), Math::max);
        return answer;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return get(path, "en");
    }

    /** @param headers names and values in turn */
    Answer get(String path, String language, String... headers) throws IOException, InterruptedException {
        var request = request(queryPort, path, language)
                .header("Casebook-Min-Position", Long.toString(written.get()))
                .GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private HttpRequest.Builder request(int port, String path, String language) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
    }

    static String json(Object body) {
        return RunningStandalone.JSON.writeValueAsString(body);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Identity(
            String role,
            String name,
            @Nullable String station,
            @Nullable String province) {}

    /** What was answered. */
    record Answer(int status, long position, byte[] bytes) {

        private static Answer of(HttpResponse<byte[]> answer) {
            var position =
                    answer.headers().firstValueAsLong("Casebook-Position").orElse(0);
            return new Answer(answer.statusCode(), position, answer.body());
        }

        JsonNode json() {
            return RunningStandalone.JSON.readTree(bytes);
        }

        /** The body of an answer that says that all went well. */
        JsonNode done() {
            if (status / 100 != 2) {
                throw new IllegalStateException(this.toString());
            }
            return json();
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes);
        }
    }
}
