package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.StationCode;
import casebook.http.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all writes of casework have in common: they are recognised, they are conditional, and they name every fault in two languages. */
class CaseworkWriteTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID SEIZURE = UUID.randomUUID();

    /**
     * A write, ready to be sent.
     *
     * @param version of the resource that it writes to
     * @param changed a member that says something else in the same words otherwise
     */
    private record Write(
            Client by, String path, int version, int status, ObjectNode body, String changed, String instead) {

        Answer send(JsonNode what, String... headers) {
            return by.post(path, what, headers);
        }

        ObjectNode under(UUID id) {
            return body.deepCopy().put("id", id.toString());
        }

        ObjectNode otherwise(UUID id) {
            return under(id).put(changed, instead);
        }
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("a referral", () -> {
                    var file = investigated();
                    return new Write(
                            Client.TAN_THANH,
                            "/cases/" + file + "/referrals",
                            2,
                            201,
                            Sample.object("{\"agency\": \"PROCURACY\", \"subject\": \"to prosecute\"}"),
                            "subject",
                            "to advise");
                }),
                write("an answer", () -> {
                    var file = investigated();
                    var sent = Client.TAN_THANH
                            .post("/cases/" + file + "/referrals", "{\"agency\": \"ARMY\", \"subject\": \"to look\"}")
                            .expect(201);
                    return new Write(
                            Client.TAN_THANH,
                            "/cases/" + file + "/referrals/" + sent.text("/created") + "/outcome",
                            3,
                            200,
                            Sample.object("{\"outcome\": \"DECLINED\", \"detail\": \"not ours\"}"),
                            "detail",
                            "nobody free");
                }),
                write(
                        "a merger",
                        () -> new Write(
                                Client.COMMAND_09,
                                "/cases/" + Sample.openedCase() + "/merge",
                                1,
                                200,
                                Sample.object("{\"reason\": \"the same load\"}")
                                        .put("into", Sample.openedCase().toString()),
                                "reason",
                                "the same car")),
                write("an unmerging", () -> {
                    var file = Sample.openedCase();
                    Client.COMMAND_09
                            .post(
                                    "/cases/" + file + "/merge",
                                    Sample.object("{\"reason\": \"…\"}")
                                            .put("into", Sample.openedCase().toString()))
                            .expect(200);
                    return new Write(
                            Client.COMMAND_09,
                            "/cases/" + file + "/unmerge",
                            2,
                            200,
                            Sample.object("{\"reason\": \"another load\"}"),
                            "reason",
                            "another car");
                }),
                write(
                        "a seal",
                        () -> new Write(
                                Client.COMMAND_09,
                                "/cases/" + Sample.openedCase() + "/seal",
                                1,
                                200,
                                Sample.object("{\"reason\": \"an informer\", \"officers\": [\"Hoàng\"]}"),
                                "reason",
                                "a raid")),
                write("an unsealing", () -> {
                    var file = Sample.openedCase();
                    Client.COMMAND_09
                            .post("/cases/" + file + "/seal", "{\"reason\": \"…\", \"officers\": [\"Hoàng\"]}")
                            .expect(200);
                    return new Write(
                            Client.COMMAND_09,
                            "/cases/" + file + "/unseal",
                            2,
                            200,
                            Sample.object("{\"reason\": \"the informer is safe\"}"),
                            "reason",
                            "the raid is over");
                }),
                write(
                        "an outcome",
                        () -> ofIncident("/subjects/" + PERSON + "/outcomes", "outcome", "EXPELLED", "RELEASED")),
                write(
                        "a support",
                        () -> ofIncident("/subjects/" + PERSON + "/support", "support", "SHELTER", "MEDICAL")),
                write("a victim's referral", () -> ofIncident("/subjects/" + PERSON + "/referrals", "to", "A", "B")),
                write(
                        "a laboratory's order",
                        () -> ofIncident("/seizures/" + SEIZURE + "/lab", "laboratory", "A", "B")),
                write(
                        "a laboratory's result",
                        () -> ofIncident("/seizures/" + SEIZURE + "/lab/result", "item", "HEROIN", "OPIUM")),
                write("an exhibit", () -> {
                    var write = ofIncident("/exhibits", "description", "a bag", "a box");
                    write.body().put("custodian", "Hoàng");
                    return write;
                }),
                write("a transfer", () -> {
                    var write = ofExhibit("{\"action\": \"TRANSFER\", \"to\": \"Lê\"}");
                    return new Write(write.by(), write.path(), 1, 200, write.body(), "to", "Vũ");
                }),
                write("a sample", () -> {
                    var write = ofExhibit("{\"action\": \"SAMPLE\", \"quantity\": \"1\", \"unit\": \"G\"}");
                    return new Write(write.by(), write.path(), 1, 200, write.body(), "quantity", "2");
                }),
                write("a weighing beyond tolerance", () -> {
                    var write = ofExhibit("{\"action\": \"WEIGH\", \"quantity\": \"1\", \"unit\": \"KG\"}");
                    return new Write(write.by(), write.path(), 1, 200, write.body(), "quantity", "2");
                }),
                write("a station's report", () -> {
                    var station = registered();
                    return new Write(
                            new Client(RunningService.token(Role.STATION, station.value(), null)),
                            "/stations/" + station + "/reports",
                            1,
                            201,
                            Sample.object("{\"date\": \"2026-03-14\", \"nothingToReport\": true}"),
                            "date",
                            "2026-03-15");
                }));
    }

    /** All but the entry of an exhibit, which leaves its incident at its version. */
    static Stream<Arguments> writesToWhatIsThere() {
        return writes().filter(write -> !write.get()[0].toString().equals("an exhibit"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aRepeatGetsTheFirstReceiptAndOtherContentIsRefused(Supplier<Write> prepared) {
        var write = prepared.get();
        var id = UUID.randomUUID();
        var first = write.send(write.under(id)).expect(write.status());
        var position = Recorded.position();
        assertThat(first.header("Casebook-Position")).isEqualTo(Long.toString(position));
        assertThat(first.header("ETag")).isEqualTo("\"" + first.text("/version") + "\"");

        var again = write.send(write.under(id), "If-Match", "\"%d\"".formatted(write.version()))
                .expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Casebook-Position")).isEqualTo(first.header("Casebook-Position"));
        write.send(write.otherwise(id)).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteOnAnotherVersionIsRefusedAndOneOnThePresentIsTaken(Supplier<Write> prepared) {
        var write = prepared.get();
        var position = Recorded.position();
        var refusal = write.send(write.body(), "If-Match", "\"99\"").expect(412, "version-mismatch");
        assertThat(refusal.text("/version")).isEqualTo(Integer.toString(write.version()));
        assertThat(Recorded.position()).isEqualTo(position);
        write.send(write.body(), "If-Match", "\"%d\"".formatted(write.version()))
                .expect(write.status());
    }

    @ParameterizedTest
    @MethodSource("writesToWhatIsThere")
    void ofTwoAtOnceOnOneVersionOneIsTaken(Supplier<Write> prepared) {
        var write = prepared.get();
        var version = "\"%d\"".formatted(write.version());
        var answers = AtOnce.call(
                2,
                number -> write.send(
                        number == 0 ? write.body() : write.otherwise(UUID.randomUUID()), "If-Match", version));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(write.status(), 412);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void everyFaultIsNamedAtOnceInBothLanguages(Supplier<Write> prepared) {
        var write = prepared.get();
        var faulty = write.under(UUID.randomUUID()).put("id", "7").put("whim", true);
        var pointers = new ArrayList<>(List.of("/id", "/whim"));
        for (var member : write.body().propertyNames()) {
            faulty.put(member, 7.5e300);
            pointers.add("/" + member);
        }
        var position = Recorded.position();
        var english = write.send(faulty, "Accept-Language", "en");
        english.expectFaults(pointers.toArray(String[]::new));
        var vietnamese = write.send(faulty, "Accept-Language", "vi");
        assertThat(vietnamese.pointers()).isEqualTo(english.pointers());
        assertThat(vietnamese.text("/title")).isNotEqualTo(english.text("/title"));
        for (int i = 0; i < pointers.size(); i++) {
            var message = "/errors/" + i + "/message";
            assertThat(vietnamese.text(message)).isNotBlank().isNotEqualTo(english.text(message));
        }
        assertThat(Recorded.position()).isEqualTo(position);
    }

    private static Arguments write(String name, Supplier<Write> prepared) {
        return Arguments.of(Named.of(name, prepared));
    }

    private static UUID investigated() {
        var file = Sample.openedCase();
        Client.TAN_THANH
                .post("/cases/" + file + "/transitions", "{\"to\": \"UNDER_INVESTIGATION\"}")
                .expect(200);
        return file;
    }

    private static Write ofIncident(String further, String member, String value, String instead) {
        var path = "/incidents/" + filed() + further;
        return new Write(
                Client.officer("Hoàng"), path, 1, 201, Sample.object("{}").put(member, value), member, instead);
    }

    private static Write ofExhibit(String body) {
        var entered = Client.officer("Hoàng")
                .post("/incidents/" + filed() + "/exhibits", """
                        {"seizure": "%s", "description": "ten bricks", "custodian": "Hoàng"}
                        """.formatted(SEIZURE))
                .expect(201);
        return new Write(
                Client.officer("Hoàng"),
                "/exhibits/" + entered.text("/id") + "/custody",
                1,
                200,
                Sample.object(body).put("reason", "by order 7"),
                "reason",
                "by order 8");
    }

    private static UUID filed() {
        return Sample.filed(Client.TAN_THANH, Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                {"subjects": [{"id": "%s", "role": "RESCUED"}],
                 "seizures": [{"id": "%s", "item": "HEROIN", "quantity": "33.918", "unit": "KG"}]}
                """.formatted(
                        PERSON, SEIZURE))));
    }

    /** A station that nobody else reports for. */
    private static StationCode registered() {
        var code = new StationCode(
                "VN-09-X" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
        Client.ADMIN
                .put("/stations/" + code, "{\"name\": \"X\", \"province\": \"VN-09\", \"country\": \"VN\"}")
                .expect(201);
        return code;
    }
}
