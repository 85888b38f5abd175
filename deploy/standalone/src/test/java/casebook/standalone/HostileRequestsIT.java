package casebook.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that is sent makes a service fail, hang or tell of its inside, and what it refuses changes nothing. {@code -Dcasebook.fuzz.requests}
 * and {@code -Dcasebook.fuzz.seed} make it longer and other.
 */
class HostileRequestsIT {

    private static final int REQUESTS = Integer.getInteger("casebook.fuzz.requests", 1500);
    private static final long SEED = Long.getLong("casebook.fuzz.seed", 20261122);
    private static final String INSIDE =
            "(?s).*(Exception|casebook\\.(command|query|ledger|http|events)\\.|org\\.springframework|com\\.mongodb|\\bat java\\.).*";
    /** What is recorded without being asked for. */
    private static final Set<String> BY_ITSELF = Set.of("DeadlineMissed");

    @TempDir
    static Path data;

    private static RunningStandalone casebook;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        casebook = RunningStandalone.start(data);
        casebook.loaded(
                RunningStandalone.sample("nghe-an.ndjson"),
                "--stations",
                RunningStandalone.sample("nghe-an.stations.ndjson"));
    }

    @AfterAll
    static void stop() throws Exception {
        casebook.close();
    }

    @Test
    void nothingFailsOrHangsAndWhatIsRefusedChangesNothing() throws Exception {
        var requests = new HostileRequests(SEED, operations(), tokens(), ids());
        var succeeded = 0;
        var position = casebook.position();
        for (int number = 0; number < REQUESTS; number++) {
            var request = requests.next();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertSound(number, request, answer);
            if (request.uri().getPort() == casebook.commandPort
                    && !request.method().equals("GET")) {
                var after = Recorded.after(position);
                if (answer.statusCode() >= 400) {
                    assertThat(after.types())
                            .as(described(number, request, answer))
                            .isSubsetOf(BY_ITSELF);
                }
                position = after.position();
            }
            succeeded += answer.statusCode() < 300 ? 1 : 0;
        }
        assertThat(succeeded).as("of %s requests some are right", REQUESTS).isGreaterThan(REQUESTS / 20);
    }

    @Test
    void whatIsNoRequestIsRefusedOrTheLineIsCut() throws Exception {
        var position = casebook.position();
        var token = casebook.token("ADMIN");
        var head = "Host: x\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        for (int port : List.of(casebook.commandPort, casebook.queryPort)) {
            for (var bytes : List.of(
                    "\r\n\r\n\u0000\u0001",
                    "GET\r\n\r\n",
                    "GET /api/v1/incidents HTTP/9.9\r\nHost: x\r\n\r\n",
                    "GET /api/v1/incidents\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                    "POST /api/v1/incidents HTTP/1.1\r\n" + head + "Content-Length: -1\r\n\r\n",
                    "POST /api/v1/incidents HTTP/1.1\r\n" + head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
                    "POST /api/v1/incidents HTTP/1.1\r\n" + head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                    "POST /api/v1/incidents HTTP/1.1\r\n" + head
                            + "Transfer-Encoding: gzip, x\r\nConnection: close\r\n\r\n{}")) {
                assertThat(raw(port, bytes))
                        .as(bytes.substring(0, Math.min(60, bytes.length())))
                        .doesNotContainPattern("HTTP/1.1 (2|5)")
                        .doesNotMatch(INSIDE);
            }
        }
        assertThat(casebook.position()).isEqualTo(position);
    }

    private static void assertSound(int number, HttpRequest request, HttpResponse<String> answer) {
        var described = described(number, request, answer);
        assertThat(answer.statusCode()).as(described).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.body()).as(described).doesNotMatch(INSIDE);
        }
    }

    private static String described(int number, HttpRequest request, HttpResponse<String> answer) {
        return "request %s of seed %s: %s %s %s → %s"
                .formatted(
                        number,
                        SEED,
                        request.method(),
                        request.uri(),
                        request.headers().map(),
                        answer.statusCode());
    }

    private static List<ApiOperation> operations() throws Exception {
        var all = new ArrayList<ApiOperation>();
        for (int port : List.of(casebook.commandPort, casebook.queryPort)) {
            ApiOperation.of(
                            port,
                            RunningStandalone.JSON.readTree(
                                    casebook.get(port, "/v3/api-docs", null).body()))
                    .filter(operation -> !operation.isStream())
                    .forEach(all::add);
        }
        return all;
    }

    private static List<String> tokens() throws Exception {
        var admin = Officer.admin(casebook);
        return Stream.of(
                        admin,
                        admin.command("VN-22", "Vũ Hải"),
                        admin.command("VN-22", "Lê"),
                        admin.station("VN-22-NAM-CAN", "Hồ Nam"),
                        admin.auditor(),
                        admin.command("VN-09", "An"))
                .map(Officer::token)
                .toList();
    }

    private static List<String> ids() throws Exception {
        var page = casebook.get(casebook.queryPort, "/api/v1/incidents?limit=20", casebook.token("ANALYST"))
                .body();
        return RunningStandalone.JSON
                .readTree(page)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** What comes back until the line is closed or silent. */
    private static String raw(int port, String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException cut) {
            return "";
        }
    }

    /** What the ledger has had since a position. */
    private record Recorded(long position, List<String> types) {

        static Recorded after(long position) throws Exception {
            var path = "/api/v1/audit/events?after=" + (position - 1);
            var answer = casebook.get(casebook.queryPort, path, casebook.token("AUDITOR"));
            var types = answer.body()
                    .lines()
                    .map(line ->
                            RunningStandalone.JSON.readTree(line).path("type").asString())
                    .toList();
            return new Recorded(
                    answer.headers().firstValueAsLong("Casebook-Position").orElseThrow(), types);
        }
    }
}
