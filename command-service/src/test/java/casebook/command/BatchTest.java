package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Role;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BatchTest {

    @Test
    void everyLineIsAnsweredInItsOrderAndABadOneStopsNothing() {
        var known = Sample.filing(UUID.randomUUID());
        var receipt = Client.TAN_THANH.post("/incidents", known).expect(201);
        var good = UUID.randomUUID();
        var last = UUID.randomUUID();
        var position = Recorded.position();
        var answer = Client.TAN_THANH
                .ndjson(String.join(
                        "\n",
                        Sample.filing(good).toString(),
                        "",
                        known.toString(),
                        " \t\r",
                        "{\"id\": \"" + good + "\"",
                        Sample.filing(UUID.randomUUID(), "VN-99-NOWHERE").toString(),
                        Sample.filing(UUID.randomUUID()).without("id").toString(),
                        "[]",
                        Sample.filing(UUID.fromString(receipt.text("/id")))
                                .put("summary", "other")
                                .toString(),
                        Sample.filing(last) + "\r",
                        "{\"id\": \"" + UUID.randomUUID() + "\", \"stati"))
                .expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Casebook-Position")).isEmpty();

        var lines = answer.lines();
        assertThat(lines)
                .extracting(BatchTest::summary)
                .containsExactly(
                        "1 FILED",
                        "3 DUPLICATE",
                        "5 REJECTED malformed",
                        "6 REJECTED invalid-request",
                        "7 REJECTED invalid-request",
                        "8 REJECTED invalid-request",
                        "9 REJECTED id-reused",
                        "10 FILED",
                        "11 REJECTED malformed");
        assertThat(lines.get(0).path("id").asString()).isEqualTo(good.toString());
        assertThat(lines.get(0).path("number").asString()).startsWith("VN-09-TAN-THANH-2021-");
        assertThat(lines.get(1).path("number").asString()).isEqualTo(receipt.text("/number"));
        assertThat(lines.get(1).path("position").asString()).isEqualTo(receipt.text("/position"));
        assertThat(lines.get(3).at("/problem/errors/0/pointer").asString()).isEqualTo("/station");
        assertThat(lines.get(4).at("/problem/errors/0/pointer").asString()).isEqualTo("/id");
        assertThat(lines.get(6).at("/problem/status").asInt()).isEqualTo(409);
        assertThat(lines.get(6).has("position")).isFalse();
        assertThat(Recorded.position()).isEqualTo(position + 2);
        assertThat(Stream.of(lines.get(0), lines.get(7))
                        .mapToLong(line -> line.path("position").asLong()))
                .containsExactlyInAnyOrder(position + 1, position + 2);
    }

    @Test
    void aRejectedLineSaysWhatTheSingleRequestWouldHaveBeenAnswered() {
        var bad = Sample.filing(UUID.randomUUID()).put("category", "PIRACY").put("summery", "x");
        var single = (ObjectNode) Client.TAN_THANH
                .post("/incidents", bad, "Accept-Language", "vi")
                .json();
        var batch = Client.TAN_THANH
                .ndjson(bad + "\n", "Accept-Language", "vi")
                .lines()
                .getFirst();
        assertThat(batch.path("problem")).isEqualTo(single.without("instance"));
        assertThat(batch.path("id").asString()).isEqualTo(bad.path("id").asString());
    }

    @Test
    void anEmptyBatchHasNoResults() {
        assertThat(Client.TAN_THANH.ndjson("").expect(200).body()).isEmpty();
        assertThat(Client.TAN_THANH.ndjson("\n\n").expect(200).body()).isEmpty();
    }

    @Test
    void aBatchCanBeSentAgain() {
        var filings = filings(50);
        var first = Client.TAN_THANH.ndjson(filings).expect(200).lines();
        var position = Recorded.position();
        var again = Client.TAN_THANH.ndjson(filings).expect(200).lines();
        assertThat(again).extracting(line -> line.path("outcome").asString()).containsOnly("DUPLICATE");
        assertThat(again)
                .extracting(line -> line.path("number").asString() + line.path("position"))
                .isEqualTo(first.stream()
                        .map(line -> line.path("number").asString() + line.path("position"))
                        .toList());
        assertThat(Recorded.position()).isEqualTo(position);
    }

    /** Lines are filed side by side, but of those with one id the first is the one that counts. */
    @Test
    void ofLinesWithTheSameIdTheFirstIsFiled() {
        var groups = IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
        var lines = groups.stream()
                .flatMap(id -> Stream.of(
                        Sample.filing(id).toString(),
                        Sample.filing(id)
                                .put("summary", "other")
                                .put("id", id.toString().toUpperCase(Locale.ROOT))
                                .toString(),
                        Sample.filing(id).toString()))
                .collect(Collectors.joining("\n"));
        var results = Client.TAN_THANH.ndjson(lines).expect(200).lines();
        assertThat(results)
                .extracting(line -> line.path("outcome").asString())
                .isEqualTo(groups.stream()
                        .flatMap(_ -> Stream.of("FILED", "REJECTED", "DUPLICATE"))
                        .toList());
    }

    @Test
    void aThousandLinesKeepTheirOrderAndNoNumberIsUsedTwice() {
        var ids = IntStream.range(0, 1000)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        var filings = ids.stream()
                .map(id -> Sample.filing(UUID.fromString(id))
                        .put("occurredAt", "1999-05-06T07:08:00+07:00")
                        .toString())
                .collect(Collectors.joining("\n"));
        var results = Client.TAN_THANH.ndjson(filings).expect(200).lines();
        assertThat(results)
                .extracting(line -> line.path("line").asLong())
                .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
        assertThat(results).extracting(line -> line.path("id").asString()).isEqualTo(ids);
        assertThat(results).extracting(line -> line.path("outcome").asString()).containsOnly("FILED");
        assertThat(results).extracting(line -> line.path("number").asString()).doesNotHaveDuplicates();
        assertThat(results).extracting(line -> line.path("position").asLong()).doesNotHaveDuplicates();
    }

    @Test
    void brokenUtf8IsRejectedAndTheNextLineFiled() {
        var broken = "{\"id\": \"\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        var good = Sample.filing(UUID.randomUUID()).toString().getBytes(StandardCharsets.UTF_8);
        var lines = Client.TAN_THANH
                .ndjson(BodyPublishers.ofByteArrays(List.of(broken, good)))
                .expect(200)
                .lines();
        assertThat(lines).extracting(BatchTest::summary).containsExactly("1 REJECTED malformed", "2 FILED");
    }

    @Test
    void aLineOfAHundredMegabytesIsPassedOver() {
        Stream<InputStream> parts = Stream.of(
                text(Sample.filing(UUID.randomUUID()) + "\n{\"summary\": \""),
                new Repeated('x', 100_000_000),
                text("\"}\n" + Sample.filing(UUID.randomUUID())));
        var body = new SequenceInputStream(Collections.enumeration(parts.toList()));
        var lines = Client.TAN_THANH
                .ndjson(BodyPublishers.ofInputStream(() -> body))
                .expect(200)
                .lines();
        assertThat(lines).extracting(BatchTest::summary).containsExactly("1 FILED", "2 REJECTED too-large", "3 FILED");
    }

    @Test
    void aLineOfExactlyOneMegabyteIsRead() {
        var line = Sample.filing(UUID.randomUUID()).toString();
        var largest = line + " ".repeat(1_048_576 - line.length());
        assertThat(Client.TAN_THANH.ndjson(largest + "\n" + largest + " \n").lines())
                .extracting(BatchTest::summary)
                .containsExactly("1 FILED", "2 REJECTED too-large");
    }

    @Test
    void aFilingTooLargeForTheLogIsRejected() {
        var large = Sample.filing(UUID.randomUUID()).put("summary", "x".repeat(70_000));
        assertThat(Client.TAN_THANH
                        .ndjson(large + "\n" + Sample.filing(UUID.randomUUID()))
                        .lines())
                .extracting(BatchTest::summary)
                .containsExactly("1 REJECTED too-large", "2 FILED");
    }

    @Test
    void resultsComeWhileTheRequestIsStillOpen() throws IOException {
        try (var socket = open("")) {
            var in = reader(socket);
            for (int line = 1; line <= 3; line++) {
                writeChunk(socket.getOutputStream(), Sample.filing(UUID.randomUUID()) + "\n");
                assertThat(nextResult(in)).startsWith("{\"line\":" + line + ",").contains("\"FILED\"");
            }
            write(socket.getOutputStream(), "0\r\n\r\n");
        }
    }

    @Test
    void aCallerThatAsksBeforeItSendsIsToldToGoOn() throws IOException {
        try (var socket = open("Expect: 100-continue\r\n")) {
            var in = reader(socket);
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            writeChunk(socket.getOutputStream(), Sample.filing(UUID.randomUUID()) + "\n");
            assertThat(nextResult(in)).contains("\"FILED\"");
        }
    }

    @Test
    void aCallerThatHangsUpHasWhatItSentFiledAndKeepsNoThread() throws IOException {
        var id = UUID.randomUUID();
        try (var socket = open("")) {
            writeChunk(socket.getOutputStream(), Sample.filing(id) + "\n{\"id\"");
            assertThat(nextResult(reader(socket))).contains("\"FILED\"");
        }
        Eventually.assertThat(() -> Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .noneMatch(frame -> frame.getClassName().contains("BatchController")));
        assertThat(Recorded.ofIncident(id)).hasSize(1);
    }

    /** A connection on which a batch has begun, of chunks. */
    private static Socket open(String header) throws IOException {
        var uri = RunningService.uri("/");
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        var token = RunningService.token(Role.STATION, "VN-09-TAN-THANH", null);
        write(
                socket.getOutputStream(),
                "POST /api/v1/incidents/batch HTTP/1.1\r\nHost: casebook\r\nAuthorization: Bearer " + token + "\r\n"
                        + header + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String nextResult(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return line;
            }
        }
        throw new AssertionError("no result");
    }

    private static void writeChunk(OutputStream out, String text) throws IOException {
        write(out, Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String filings(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Sample.filing(UUID.randomUUID()).toString())
                .collect(Collectors.joining("\n"));
    }

    static String summary(JsonNode line) {
        var type = line.at("/problem/type").asString();
        return (line.path("line").asString() + " " + line.path("outcome").asString() + " "
                        + type.substring(type.lastIndexOf('/') + 1))
                .strip();
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte, many times. */
    private static final class Repeated extends InputStream {

        private final byte one;
        private long left;

        private Repeated(char one, long times) {
            this.one = (byte) one;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? one : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + some, one);
            left -= some;
            return some;
        }
    }
}
