package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says no to, in which order, and what it never says. */
class RefusalTest {

    @Test
    void withoutATokenNothingIsAnswered() {
        for (var client : List.of(Client.NOBODY, new Client("x"), new Client("a.b.c"))) {
            var refusal = client.post("/incidents", "{").expect(401, "unauthenticated");
            assertThat(refusal.header("WWW-Authenticate")).startsWith("Bearer");
            client.post("/nowhere", "{}").expect(401, "unauthenticated");
            client.put("/stations/A", "{}").expect(401, "unauthenticated");
            client.ndjson("{}\n").expect(401, "unauthenticated");
        }
    }

    @Test
    void aRoleThatMayNeverDoAThingIsToldSoBeforeAnythingIsRead() {
        Client.AUDITOR.post("/incidents", "{").expect(403, "forbidden");
        Client.ANALYST.post("/incidents/x/amendments", "{").expect(403, "forbidden");
        Client.AUDITOR.ndjson("{}\n").expect(403, "forbidden");
        new Client(RunningService.token(List.of("WIZARD"), "VN-09-TAN-THANH", null))
                .post("/incidents", "{}")
                .expect(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amendments", "seizures", "subjects", "vehicles", "enterprises", "return", "accept", "void"})
    void whatIsOutOfScopeIsAnsweredAsWhatWasNeverGiven(String write) {
        var foreign = Sample.filed(Client.ADMIN, Sample.filing(UUID.randomUUID(), "VN-22-NAM-CAN"));
        for (var body : List.of("{}", "{\"reason\": \"…\", \"changes\": {\"vehicleCount\": 1}}", "{\"nonsense\": 1}")) {
            var outside = Client.COMMAND_09.post("/incidents/" + foreign + "/" + write, body, "If-Match", "\"9\"");
            var never =
                    Client.COMMAND_09.post("/incidents/" + UUID.randomUUID() + "/" + write, body, "If-Match", "\"9\"");
            outside.expect(404, "not-found");
            assertThat(alike(outside)).isEqualTo(alike(never));
            assertThat(new TreeSet<>(outside.headers().map().keySet()))
                    .isEqualTo(new TreeSet<>(never.headers().map().keySet()));
        }
    }

    @Test
    void aTokenWithoutStationOrProvinceSeesNothing() {
        var id = Sample.filed();
        var stationless = new Client(RunningService.token(List.of("STATION", "COMMAND"), null, null));
        stationless.post("/incidents/" + id + "/accept", "{}").expect(404, "not-found");
        stationless.post("/incidents", Sample.filing(UUID.randomUUID())).expectFaults("/station");
    }

    private static List<String> alike(Answer answer) {
        return List.of(answer.text("/type"), answer.text("/title"), answer.text("/status"), answer.text("/detail"));
    }

    @Test
    void anIdThatIsNoUuidStandsForNothing() {
        Client.TAN_THANH.post("/incidents/7/amendments", "{}").expect(404, "not-found");
        Client.TAN_THANH.post("/cases/7/notes", "{}").expect(404, "not-found");
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        Client.TAN_THANH.post("/nowhere", "{}").expect(404, "not-found");
        Client.ADMIN.delete("/incidents/" + UUID.randomUUID() + "/nothing").expect(404, "not-found");
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsNamedAsSuch() {
        var refusal = Client.TAN_THANH
                .send("PUT", "/incidents", BodyPublishers.noBody())
                .expect(405, "method-not-allowed");
        assertThat(refusal.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/x-ndjson"})
    void anotherContentTypeIsNotTaken(String type) {
        Client.TAN_THANH
                .send("POST", "/incidents", BodyPublishers.ofString("{}"), "Content-Type", type)
                .expect(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void aBatchIsTakenInItsTwoFormatsOnly(String type) {
        Client.TAN_THANH
                .send("POST", "/incidents/batch", BodyPublishers.ofString("{}"), "Content-Type", type)
                .expect(415, "unsupported-media-type");
    }

    @Test
    void aBodyOfMoreThanOneMegabyteIsTooLarge() {
        Client.TAN_THANH
                .post("/incidents", "{\"summary\": \"" + "x".repeat(1_048_576) + "\"}")
                .expect(413, "too-large");
        var padded = Sample.filing(UUID.randomUUID()) + " ".repeat(1_000_000);
        Client.TAN_THANH.post("/incidents", padded).expect(201);
    }

    @Test
    void whatMakesALineTooLongForTheLogIsTooLarge() {
        var position = Recorded.position();
        var text = new Random(1)
                .ints(70_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var filing = Sample.filing(UUID.randomUUID()).put("summary", text.toString());
        Client.TAN_THANH.post("/incidents", filing).expect(413, "too-large");
        var id = Sample.filed();
        Client.TAN_THANH
                .post(
                        "/incidents/" + id + "/seizures",
                        Sample.object("{\"item\": \"GOODS\", \"quantity\": 1, \"unit\": \"KG\"}")
                                .put("description", text.toString()))
                .expect(413, "too-large");
        assertThat(Recorded.position()).isEqualTo(position + 1);
        Client.TAN_THANH
                .post("/incidents", filing.put("summary", text.substring(0, 60_000)))
                .expect(201);
    }

    @Test
    void aRefusalSpeaksTheCallersLanguage() {
        var vietnamese = Client.TAN_THANH.post("/incidents", "{\"station\": 7}", "Accept-Language", "vi-VN, en;q=0.5");
        assertThat(vietnamese.text("/title")).isEqualTo("Yêu cầu không hợp lệ");
        assertThat(vietnamese.text("/errors/0/message")).isEqualTo("Mã không đúng dạng.");
        for (var language : List.of("en", "fr", "*", "x-;;;", "")) {
            assertThat(Client.TAN_THANH
                            .post("/incidents", "{", "Accept-Language", language)
                            .expect(400, "malformed")
                            .text("/title"))
                    .isEqualTo("Malformed request");
        }
        var forbidden =
                Client.AUDITOR.post("/incidents", "{}", "Accept-Language", "vi").expect(403, "forbidden");
        assertThat(forbidden.text("/title")).isEqualTo("Không được phép");
        var unknown =
                Client.NOBODY.post("/incidents", "{}", "Accept-Language", "vi").expect(401, "unauthenticated");
        assertThat(unknown.text("/title")).isEqualTo("Chưa xác thực");
    }

    @Test
    void noRefusalSpeaksOfTheInside() {
        var id = Sample.filed();
        var answers = List.of(
                Client.TAN_THANH.post("/incidents", "{"),
                Client.TAN_THANH.post("/incidents", "[]"),
                Client.TAN_THANH.post("/incidents", "{\"id\": {}, \"seizures\": [[]], \"occurredAt\": \"x\"}"),
                Client.TAN_THANH.post("/incidents/" + id + "/nothing", "{}"),
                Client.TAN_THANH.post("/incidents/" + UUID.randomUUID() + "/amendments", "{}"),
                Client.COMMAND_09.post("/incidents/" + UUID.randomUUID() + "/accept", "{}"),
                Client.COMMAND_09.post("/cases/" + UUID.randomUUID() + "/assignment", "{\"officer\": \"A\"}"),
                Client.TAN_THANH.post("/incidents", Sample.filing(id).put("summary", "other")),
                Client.TAN_THANH.ndjson("{\n[]\n7\n"),
                Client.TAN_THANH.csv("id\n"),
                Client.AUDITOR.post("/incidents", "{}"),
                Client.NOBODY.post("/incidents", "{}"),
                Client.TAN_THANH.send("PATCH", "/incidents", BodyPublishers.noBody()));
        assertThat(answers)
                .extracting(Answer::body)
                .noneMatch(
                        body -> body.matches(
                                "(?s).*([Ee]xception|casebook\\.[a-z]+\\.|org\\.|java\\.|tools\\.|reactor|BSON|Axon|\\bat [a-z]+\\.).*"));
        assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
    }
}
