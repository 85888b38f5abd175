package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class AdditionTest {

    private final UUID incident = Sample.filed();

    /** What can be added, with another value of one of its members. */
    record Addition(String path, String body, String member, String other) {
        ObjectNode withId(UUID id) {
            return Sample.object(body).put("id", id.toString());
        }

        ObjectNode otherWithId(UUID id) {
            return withId(id).put(member, other);
        }
    }

    static List<Addition> additions() {
        return List.of(
                new Addition(
                        "seizures", "{\"item\": \"HEROIN\", \"quantity\": \"80\", \"unit\": \"KG\"}", "quantity", "81"),
                new Addition("subjects", "{\"role\": \"SUSPECT\", \"name\": \"Trần Văn B\"}", "name", "Trần Văn C"),
                new Addition("vehicles", "{\"type\": \"CAR\", \"plate\": \"12A-000.01\"}", "plate", "12A-000.02"),
                new Addition("enterprises", "{\"name\": \"Công ty Chè\"}", "registration", "4900"));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void anAdditionIsRecordedOnceUnderItsId(Addition addition) {
        var id = UUID.randomUUID();
        var first = add(addition, addition.withId(id)).expect(201);
        assertThat(first.text("/version")).isEqualTo("2");
        assertThat(first.text("/id")).isEqualTo(incident.toString());
        add(addition, Sample.object(addition.body())).expect(201);
        var position = Recorded.position();

        assertThat(add(addition, addition.withId(id)).expect(200).body()).isEqualTo(first.body());
        add(addition, addition.otherWithId(id)).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @MethodSource("additions")
    void anIdThatTheFilingListsIsTaken(Addition addition) {
        var id = UUID.randomUUID();
        var filing = Sample.filing(UUID.randomUUID());
        filing.putArray(addition.path()).add(addition.withId(id));
        var filed = Sample.filed(Client.TAN_THANH, filing);
        Client.TAN_THANH
                .post("/incidents/" + filed + "/" + addition.path(), addition.otherWithId(id))
                .expect(409, "id-reused");
    }

    @ParameterizedTest
    @MethodSource("additions")
    void nothingIsAddedToAVoidedReport(Addition addition) {
        var before = add(addition, addition.withId(incident)).expect(201);
        Client.COMMAND_09
                .post("/incidents/" + incident + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        add(addition, Sample.object(addition.body())).expect(409, "illegal-transition");
        assertThat(add(addition, addition.withId(incident)).expect(200).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @MethodSource("additions")
    void anAdditionIsReadStrictly(Addition addition) {
        add(addition, Sample.object(addition.body()).put("colour", "red").put("id", "7"))
                .expectFaults("/colour", "/id");
        add(addition, Sample.object("{\"id\": [], \"" + addition.member() + "\": true}"))
                .expect(400, "invalid-request");
    }

    @Test
    void anAdditionToAReturnedReportLeavesItReturned() {
        Client.COMMAND_09
                .post("/incidents/" + incident + "/return", "{\"reason\": \"no marker\"}")
                .expect(200);
        var receipt = add(
                        additions().getFirst(),
                        Sample.object(additions().getFirst().body()))
                .expect(201);
        assertThat(receipt.text("/status")).isEqualTo("RETURNED");
    }

    @Test
    void heroinIsNotMeasuredInHectares() {
        var refusal =
                add(additions().getFirst(), Sample.object("{\"item\": \"HEROIN\", \"quantity\": 1, \"unit\": \"HA\"}"));
        refusal.expectFaults("/unit");
    }

    @Test
    void whatIsAddedIsInTheReport() {
        additions()
                .forEach(addition ->
                        add(addition, Sample.object(addition.body())).expect(201));
        var report = Recorded.report(incident);
        assertThat(report.seizures()).hasSize(1);
        assertThat(report.subjects()).hasSize(1);
        assertThat(report.vehicles()).hasSize(1);
        assertThat(report.enterprises()).hasSize(1);
    }

    private Answer add(Addition addition, ObjectNode body) {
        return Client.TAN_THANH.post("/incidents/" + incident + "/" + addition.path(), body);
    }
}
