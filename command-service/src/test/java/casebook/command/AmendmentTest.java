package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.IncidentAmended;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmendmentTest {

    private final UUID id = Sample.filed(Client.TAN_THANH, Sample.fullFiling(UUID.randomUUID()));

    @Test
    void anAmendmentChangesWhatItNamesAndKeepsTheRest() {
        var before = Recorded.report(id);
        var receipt = amend("{\"summary\": \"Coffee\"}").expect(200);
        assertThat(receipt.text("/version")).isEqualTo("2");
        assertThat(receipt.header("ETag")).isEqualTo("\"2\"");
        assertThat(receipt.header("Casebook-Position")).isEqualTo(Long.toString(Recorded.position()));
        assertThat(Recorded.report(id).summary()).isEqualTo("Coffee");
        assertThat(Recorded.report(id))
                .usingRecursiveComparison()
                .ignoringFields("summary")
                .isEqualTo(before);
    }

    @Test
    void nullRemovesWhatAReportCanBeWithout() {
        amend("""
                {"detectedAt": null, "source": null, "sourceUnit": null, "agencies": null, "subjects": null, "seizures": null,
                 "vehicles": null, "enterprises": null, "unnamed": null, "vehicleCount": null, "enterpriseCount": null, "place": null}
                """).expect(200);
        var report = Recorded.report(id);
        assertThat(report.detectedAt()).isNull();
        assertThat(report.source()).isNull();
        assertThat(report.sourceUnit()).isNull();
        assertThat(report.agencies()).isEmpty();
        assertThat(report.subjects()).isEmpty();
        assertThat(report.seizures()).isEmpty();
        assertThat(report.vehicles()).isEmpty();
        assertThat(report.enterprises()).isEmpty();
        assertThat(report.unnamed()).isEmpty();
        assertThat(report.vehicleCount()).isZero();
        assertThat(report.enterpriseCount()).isZero();
        assertThat(report.place().province()).hasToString("VN-09");
        assertThat(report.place().marker()).isNull();
    }

    @Test
    void nullOfWhatAReportNeedsIsAFault() {
        amend("{\"category\": null, \"occurredAt\": null, \"summary\": null}")
                .expectFaults("/changes/category", "/changes/occurredAt", "/changes/summary");
    }

    @Test
    void aListOrObjectReplacesTheWhole() {
        amend("""
                {"vehicles": [{"type": "BOAT"}, {"type": "SHIP"}], "place": {"marker": "1091"}, "unnamed": {"WITNESS": 1}}""").expect(200);
        var report = Recorded.report(id);
        assertThat(report.vehicles())
                .extracting(vehicle -> vehicle.type().name())
                .containsExactly("BOAT", "SHIP");
        assertThat(report.place().marker()).isEqualTo("1091");
        assertThat(report.place().district()).isNull();
        assertThat(report.unnamed()).hasSize(1);
        assertThat(report.seizures()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"changes\": {\"summary\": \"Coffee\"}}",
                "{\"reason\": \" \", \"changes\": {\"summary\": \"Coffee\"}}"
            })
    void anAmendmentNeedsAReason(String body) {
        Client.TAN_THANH.post("/incidents/" + id + "/amendments", body).expectFaults("/reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\": \"…\"}",
                "{\"reason\": \"…\", \"changes\": {}}",
                "{\"reason\": \"…\", \"changes\": null}"
            })
    void anAmendmentThatChangesNothingIsAFault(String body) {
        Client.TAN_THANH.post("/incidents/" + id + "/amendments", body).expectFaults("/changes");
    }

    @Test
    void theIdAndTheStationOfAReportCannotChangeNorCanWhatItDoesNotHave() {
        amend("{\"id\": \"%s\", \"station\": \"VN-09-CHI-MA\", \"summery\": \"Coffee\"}".formatted(id))
                .expectFaults("/changes/id", "/changes/station", "/changes/summery");
    }

    @Test
    void everyFaultOfTheChangesIsNamedAtOnce() {
        amend("""
                {"occurredAt": "2999-01-01T00:00:00Z", "seizures": [{"item": "HEROIN", "quantity": 1, "unit": "PLANT"}], "vehicleCount": -1}""").expectFaults("/changes/occurredAt", "/changes/seizures/0/unit", "/changes/vehicleCount");
    }

    @Test
    void aReturnedReportIsFiledAgainByAnAmendment() {
        Client.COMMAND_09
                .post("/incidents/" + id + "/return", "{\"reason\": \"no marker\"}")
                .expect(200);
        assertThat(amend("{\"summary\": \"Coffee\"}").expect(200).text("/status"))
                .isEqualTo("FILED");
    }

    @Test
    void anAcceptedReportCanBeAmendedAndStaysAccepted() {
        Client.COMMAND_09.post("/incidents/" + id + "/accept", "{}").expect(200);
        assertThat(amend("{\"summary\": \"Coffee\"}").expect(200).text("/status"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aVoidedReportCannotBeAmended() {
        Client.COMMAND_09
                .post("/incidents/" + id + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        var refusal = amend("{\"summary\": \"Coffee\"}").expect(409, "illegal-transition");
        assertThat(refusal.json().path("allowed").isArray()).isTrue();
        assertThat(refusal.json().path("allowed")).isEmpty();
    }

    @Test
    void anAmendmentIsRecognisedByItsIdWhateverHappenedSince() {
        var amendment =
                "{\"id\": \"%s\", \"reason\": \"weighed again\", \"changes\": {\"vehicles\": [{\"type\": \"CAR\"}], \"subjects\": []}}"
                        .formatted(UUID.randomUUID());
        var path = "/incidents/" + id + "/amendments";
        var first = Client.TAN_THANH.post(path, amendment, "If-Match", "\"1\"").expect(200);
        amend("{\"vehicles\": null}").expect(200);
        Client.COMMAND_09
                .post("/incidents/" + id + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        var position = Recorded.position();

        var again = Client.TAN_THANH.post(path, amendment, "If-Match", "\"1\"").expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        Client.TAN_THANH.post(path, amendment.replace("weighed", "counted")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void amendmentsAtTheSameTimeAreAllRecorded() {
        var answers = AtOnce.call(16, number -> amend("{\"vehicleCount\": " + number + "}"));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(Recorded.ofIncident(id))
                .filteredOn(IncidentAmended.class::isInstance)
                .hasSize(16);
    }

    private Answer amend(String changes) {
        return Client.TAN_THANH.post(
                "/incidents/" + id + "/amendments", "{\"reason\": \"a correction\", \"changes\": " + changes + "}");
    }
}
