package casebook.standalone;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests that follow the OpenAPI documents nearly, or not at all. The same seed gives the same requests. */
final class HostileRequests {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Map<String, List<String>> HEADERS = Map.of(
            "If-Match", List.of("\"1\"", "*", "W/\"1\"", "\"\"", "\"" + "9".repeat(40) + "\"", "1"),
            "Accept-Language", List.of("vi", "en;q=0.5, vi;q=x", "*", "-"),
            "Accept", List.of("*/*", "text/csv", "application/pdf", "text/event-stream;x", "q"),
            "Casebook-Min-Position", List.of("0", "-1", "1", "x", "9".repeat(30)),
            "Casebook-Purpose", List.of("case 12", "%E1%BA", "%", "x".repeat(5000)),
            "Last-Event-ID", List.of("0", "-5", "x"),
            "Range", List.of("bytes=0-1", "bytes=9-1"),
            "X-Forwarded-For", List.of("127.0.0.1", "x"));
    private static final List<String> SEGMENTS = List.of(
            "x", "-", "%00", "%2e%2e", "a%2Fb", "%C3%28", "%F0%9F%98%80", "x".repeat(3000), "0", "a;b=c", "a%5Cb");
    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1",
            "1000",
            "99999999999999999999",
            "vn-22",
            "VN-22",
            "DRUG_TRAFFICKING",
            "station,category",
            "2020",
            "2020-01-01T00:00:00Z",
            "2020-13-45",
            "21.9,106.6,5",
            "21.9,106.6,1e9",
            "NaN,NaN,NaN",
            "-occurredAt",
            "csv",
            "xlsx",
            "pdf",
            "true",
            "12-31",
            "02-30",
            "ma túy",
            "\u0000",
            "$where",
            "[",
            "eyJ",
            "x".repeat(2000));
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "{\"id\":\"\\ud800\"}",
            "[".repeat(5000),
            "{\"a\":".repeat(200) + "1" + "}".repeat(200),
            "{\"vehicleCount\": 1e999999999}",
            "{\"seizures\":[{\"quantity\":" + "9".repeat(5000) + "}]}",
            "\uFEFF{}",
            "id,station\r\n\"",
            "\n\n\n");

    private final Random random;
    private final List<ApiOperation> operations;
    private final List<String> tokens;
    private final List<String> ids;

    HostileRequests(long seed, List<ApiOperation> operations, List<String> tokens, List<String> ids) {
        this.random = new Random(seed);
        this.operations = operations;
        this.tokens = tokens;
        this.ids = ids;
    }

    HttpRequest next() {
        var operation = one(operations);
        var values = new RandomJson(random, operation, ids);
        var request = HttpRequest.newBuilder(uri(operation, values)).timeout(PATIENCE);
        if (random.nextInt(20) > 0) {
            request.header("Authorization", authorization());
        }
        for (var header : HEADERS.entrySet()) {
            if (random.nextInt(8) == 0) {
                request.header(header.getKey(), one(header.getValue()));
            }
        }
        return body(request, operation, values);
    }

    private HttpRequest body(HttpRequest.Builder request, ApiOperation operation, RandomJson values) {
        var method = random.nextInt(30) == 0
                ? one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"))
                : operation.method();
        if (operation.contentTypes().isEmpty()) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        var type = one(operation.contentTypes());
        request.header(
                "Content-Type",
                random.nextInt(25) == 0
                        ? one(List.of("text/plain", "application/xml", "x", "application/json;charset=utf-16"))
                        : type);
        return request.method(method, BodyPublishers.ofByteArray(bytes(operation, type, values)))
                .build();
    }

    private byte[] bytes(ApiOperation operation, String type, RandomJson values) {
        var text = random.nextInt(6) == 0
                ? one(BODIES)
                : values.value(operation.schema(type)).toString();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(15)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> flipped(bytes);
            default -> bytes;
        };
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private URI uri(ApiOperation operation, RandomJson values) {
        var path = Arrays.stream(operation.path().split("/"))
                .map(segment -> segment.startsWith("{") ? segment(segment, values) : segment)
                .collect(Collectors.joining("/"));
        var query = operation.queryParameters().stream()
                .filter(name -> random.nextInt(3) == 0)
                .map(name -> name + "="
                        + URLEncoder.encode(random.nextBoolean() ? one(VALUES) : values.id(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("http://127.0.0.1:" + operation.port() + path + (query.isEmpty() ? "" : "?" + query));
    }

    private String segment(String name, RandomJson values) {
        if (random.nextInt(6) == 0) {
            return one(SEGMENTS);
        }
        return name.equals("{code}") ? "VN-22-NAM-CAN" : values.id();
    }

    private String authorization() {
        var token = one(tokens);
        return switch (random.nextInt(25)) {
            case 0 -> "Bearer " + token.substring(0, token.length() - 5);
            case 1 -> "Bearer " + "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
            case 2 -> "Basic " + token;
            case 3 -> "Bearer";
            default -> "Bearer " + token;
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
