package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{\"summary\": \"a\", \"summary\": \"a\"}",
                "{\"place\": {\"marker\": \"1\", \"marker\": \"2\"}}",
                "{\"summary\": \"\\ud800\"}",
                "{\"summary\": \"\\udc00\\ud800\"}",
                "{\"\\ud800\": 1}",
                "{\"agencies\": [{\"a\": \"\\udfff\"}]}",
                "{\"summary\": 'a'}",
                "{summary: \"a\"}",
                "{\"summary\": \"a\",}",
                "{\"vehicleCount\": 01}",
                "{\"vehicleCount\": NaN}",
                "{\"vehicleCount\": +1}",
                "// comment\n{}",
                "{\"summary\": \"a\nb\"}",
                "nonsense"
            })
    void whatIsNoJsonIsMalformed(String body) {
        Client.TAN_THANH.post("/incidents", body).expect(400, "malformed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"summary": "a",                  | not-json         | column 17
            {"a": 1} {}                       | not-json         | column 10
            {"summary": "a", "summary": "a"}  | repeated-member  | line 1, column
            {"summary": "\\ud800"}            | lone-surrogate   | surrogate
            """)
    void whatIsWrongIsSaidWithItsPlace(String body, String code, String place) {
        var fault = Client.TAN_THANH
                .post("/incidents", body)
                .expect(400, "malformed")
                .json()
                .at("/errors/0");
        assertThat(fault.path("code").asString()).isEqualTo(code);
        assertThat(fault.path("message").asString()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true"})
    void whatIsNoObjectIsAFaultOfTheWholeBody(String body) {
        Client.TAN_THANH.post("/incidents", body).expectFaults("");
    }

    @Test
    void brokenUtf8IsMalformed() {
        for (var broken : new int[][] {{0xC3}, {0xC0, 0xAF}, {0xED, 0xA0, 0x80}, {0xFF}, {0xF5, 0x80, 0x80, 0x80}}) {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"summary\": \"".getBytes(StandardCharsets.UTF_8));
            for (int one : broken) {
                body.write(one);
            }
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            Client.TAN_THANH
                    .send(
                            "POST",
                            "/incidents",
                            BodyPublishers.ofByteArray(body.toByteArray()),
                            "Content-Type",
                            "application/json")
                    .expect(400, "malformed");
        }
    }

    @Test
    void anotherCharacterSetIsMalformedOrNotTaken() {
        var latin = "{\"summary\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        var status = Client.TAN_THANH
                .send(
                        "POST",
                        "/incidents",
                        BodyPublishers.ofByteArray(latin),
                        "Content-Type",
                        "application/json;charset=ISO-8859-1")
                .status();
        assertThat(status).isIn(400, 415);
    }

    @Test
    void nestingIsTakenToAHundredLevels() {
        Client.TAN_THANH.post("/incidents", nested(100)).expect(400, "invalid-request");
        Client.TAN_THANH.post("/incidents", nested(101)).expect(400, "malformed");
        Client.TAN_THANH.post("/incidents", "{\"a\":" + "[".repeat(500_000)).expect(400, "malformed");
    }

    @Test
    void aPairOfSurrogatesIsACharacter() {
        var filing = Sample.filing(UUID.randomUUID()).toString().replace("Tea", "\\ud83c\\udf75");
        var id = UUID.fromString(
                Client.TAN_THANH.post("/incidents", filing).expect(201).text("/id"));
        assertThat(Recorded.report(id).summary()).startsWith("\ud83c\udf75");
    }

    @Test
    void theOrderOfMembersAndWhiteSpaceAreNoContent() {
        var id = UUID.randomUUID();
        var first = Client.TAN_THANH.post("/incidents", Sample.filing(id)).expect(201);
        var again = """
                {
                  "summary" : "Tea without papers",   "occurredAt": "2021-05-06T07:08:00+07:00",
                  "category": "GOODS_SMUGGLING", "agencies": [], "detectedAt": null,
                  "station": "VN-09-TAN-THANH", "id": "%s"
                }""".formatted(id.toString().toUpperCase(Locale.ROOT));
        assertThat(Client.TAN_THANH.post("/incidents", again).expect(200).body())
                .isEqualTo(first.body());
    }

    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }
}
