package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.IncidentLinked;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {

    private final UUID incident = Sample.filed();
    private final UUID id = opened(incident);

    @Test
    void aCaseIsOpenedOnceOverItsIncidents() {
        var body = opening(UUID.randomUUID(), incident);
        var first = Client.TAN_THANH.post("/cases", body).expect(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/cases/" + first.text("/id"));
        assertThat(first.text("/status")).isEqualTo("OPEN");
        assertThat(first.json().has("number")).isFalse();
        var position = Recorded.position();
        assertThat(Client.TAN_THANH.post("/cases", body).expect(200).body()).isEqualTo(first.body());
        Client.TAN_THANH.post("/cases", body.replace("Tea", "Coffee")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void anOpeningIsRecognisedAfterItsIncidentWasVoided() {
        var body = opening(UUID.randomUUID(), incident);
        var first = Client.TAN_THANH.post("/cases", body).expect(201);
        Client.COMMAND_09
                .post("/incidents/" + incident + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        assertThat(Client.TAN_THANH.post("/cases", body).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    void aCaseIsOpenedOverIncidentsThatStandAndThatTheCallerMaySee() {
        var foreign = Sample.filed(Client.ADMIN, Sample.filing(UUID.randomUUID(), "VN-22-NAM-CAN"));
        var voided = Sample.filed();
        Client.COMMAND_09
                .post("/incidents/" + voided + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        Client.TAN_THANH
                .post(
                        "/cases",
                        "{\"title\": \"Tea\", \"incidents\": [\"%s\", \"%s\", \"%s\", 7, \"x\", \"%s\"]}"
                                .formatted(incident, foreign, UUID.randomUUID(), voided))
                .expectFaults("/incidents/1", "/incidents/2", "/incidents/3", "/incidents/4", "/incidents/5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"Tea\"}",
                "{\"title\": \"Tea\", \"incidents\": []}",
                "{\"title\": \"Tea\", \"incidents\": null}",
                "{\"title\": \"Tea\", \"incidents\": {}}"
            })
    void aCaseNeedsAnIncident(String body) {
        Client.TAN_THANH.post("/cases", body).expectFaults("/incidents");
    }

    @Test
    void anIncidentNamedTwiceStandsInTheCaseOnce() {
        var twice = UUID.randomUUID();
        Client.TAN_THANH
                .post(
                        "/cases",
                        "{\"id\": \"%s\", \"title\": \"Tea\", \"incidents\": [\"%2$s\", \"%2$s\"]}"
                                .formatted(twice, incident))
                .expect(201);
        assertThat(((CaseOpened) Recorded.ofCase(twice).getFirst()).incidents()).hasSize(1);
    }

    @Test
    void incidentsAreLinkedAndUnlinked() {
        var second = Sample.filed();
        var link = "{\"incident\": \"%s\"}".formatted(second);
        assertThat(post("/incidents", link).expect(200).text("/version")).isEqualTo("2");
        assertThat(post("/incidents", link).expect(200).text("/version")).isEqualTo("2");
        assertThat(Recorded.ofCase(id))
                .filteredOn(IncidentLinked.class::isInstance)
                .hasSize(1);

        Client.TAN_THANH.delete("/cases/" + id + "/incidents/" + incident).expect(200);
        Client.TAN_THANH.delete("/cases/" + id + "/incidents/" + incident).expect(404, "not-found");
        Client.TAN_THANH.delete("/cases/" + id + "/incidents/" + second).expect(409, "last-incident");
        Client.TAN_THANH.delete("/cases/" + id + "/incidents/x").expect(404, "not-found");
    }

    @Test
    void onlyAnIncidentThatStandsIsLinked() {
        post("/incidents", "{\"incident\": \"%s\"}".formatted(UUID.randomUUID()))
                .expectFaults("/incident");
        post("/incidents", "{\"incident\": 7}").expectFaults("/incident");
        post("/incidents", "{}").expectFaults("/incident");
    }

    @Test
    void aCommandAssignsAndAStationDoesNot() {
        Client.TAN_THANH
                .post("/cases/" + UUID.randomUUID() + "/assignment", "{\"officer\": \"A\"}")
                .expect(403, "forbidden");
        Client.COMMAND_09.post("/cases/" + id + "/assignment", "{}").expectFaults("/officer");
        Client.COMMAND_09
                .post("/cases/" + id + "/assignment", "{\"officer\": \"A\"}")
                .expect(200);
        var position = Recorded.position();
        Client.COMMAND_09
                .post("/cases/" + id + "/assignment", "{\"officer\": \"A\"}")
                .expect(200);
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aNoteIsWrittenOnceUnderItsId() {
        var note = "{\"id\": \"%s\", \"text\": \"seen at the market\"}".formatted(UUID.randomUUID());
        var first = post("/notes", note).expect(201);
        post("/notes", "{\"text\": \"seen at the market\"}").expect(201);
        assertThat(post("/notes", note).expect(200).body()).isEqualTo(first.body());
        post("/notes", note.replace("market", "river")).expect(409, "id-reused");
        post("/notes", "{}").expectFaults("/text");
    }

    @Test
    void aCaseGoesItsWayToTheEndAndIsOpenedAgainByACommandWithAReason() {
        move(Client.TAN_THANH, "{\"to\": \"UNDER_INVESTIGATION\"}").expect(200);
        move(Client.TAN_THANH, "{\"to\": \"REFERRED\"}").expect(200);
        move(Client.TAN_THANH, "{\"to\": \"PROSECUTED\"}").expect(200);
        assertThat(allowed(move(Client.TAN_THANH, "{\"to\": \"OPEN\"}").expect(409, "illegal-transition")))
                .containsExactly("CLOSED");
        move(Client.TAN_THANH, "{\"to\": \"CLOSED\"}").expect(403, "forbidden");
        move(Client.COMMAND_09, "{\"to\": \"CLOSED\"}").expect(200);

        move(Client.TAN_THANH, "{\"to\": \"UNDER_INVESTIGATION\", \"reason\": \"a witness\"}")
                .expect(403, "forbidden");
        move(Client.CHI_MA, "{\"to\": \"UNDER_INVESTIGATION\", \"reason\": \"a witness\"}")
                .expect(404, "not-found");
        move(Client.COMMAND_09, "{\"to\": \"UNDER_INVESTIGATION\"}").expectFaults("/reason");
        var reopened = move(Client.COMMAND_09, "{\"to\": \"UNDER_INVESTIGATION\", \"reason\": \"a witness\"}")
                .expect(200);
        assertThat(reopened.text("/status")).isEqualTo("UNDER_INVESTIGATION");
        assertThat(reopened.text("/version")).isEqualTo("6");
    }

    @Test
    void aDismissalNeedsAClosureAndNothingElseHasOne() {
        move(Client.TAN_THANH, "{\"to\": \"UNDER_INVESTIGATION\", \"closure\": \"UNFOUNDED\"}")
                .expectFaults("/closure");
        move(Client.TAN_THANH, "{\"to\": \"UNDER_INVESTIGATION\"}").expect(200);
        move(Client.TAN_THANH, "{\"to\": \"DISMISSED\"}").expectFaults("/closure");
        move(Client.TAN_THANH, "{\"to\": \"DISMISSED\", \"closure\": \"BORED\"}")
                .expectFaults("/closure");
        move(Client.TAN_THANH, "{\"to\": \"DISMISSED\", \"closure\": \"UNFOUNDED\"}")
                .expect(200);
        assertThat(((CaseMoved) Recorded.ofCase(id).getLast()).closure()).hasToString("UNFOUNDED");
    }

    @Test
    void noTransitionGoesToWhereNoneLeads() {
        assertThat(allowed(move(Client.COMMAND_09, "{\"to\": \"MERGED\"}").expect(409, "illegal-transition")))
                .containsExactly("UNDER_INVESTIGATION");
        move(Client.TAN_THANH, "{\"to\": \"REFERRED\"}").expect(409, "illegal-transition");
        move(Client.TAN_THANH, "{\"to\": \"NOWHERE\"}").expectFaults("/to");
        move(Client.TAN_THANH, "{}").expectFaults("/to");
    }

    @Test
    void aTransitionIsRecognisedByItsIdAfterTheCaseWasClosed() {
        var move = "{\"id\": \"%s\", \"to\": \"UNDER_INVESTIGATION\"}".formatted(UUID.randomUUID());
        var first = move(Client.TAN_THANH, move).expect(200);
        move(Client.TAN_THANH, "{\"to\": \"SANCTIONED\"}").expect(200);
        move(Client.COMMAND_09, "{\"to\": \"CLOSED\"}").expect(200);
        assertThat(move(Client.TAN_THANH, move).expect(200).body()).isEqualTo(first.body());
        move(Client.TAN_THANH, move.replace("\"to\"", "\"reason\": \"…\", \"to\""))
                .expect(409, "id-reused");
    }

    @Test
    void aDecidedCaseTakesNotesButNoWork() {
        move(Client.TAN_THANH, "{\"to\": \"UNDER_INVESTIGATION\"}").expect(200);
        move(Client.TAN_THANH, "{\"to\": \"SANCTIONED\"}").expect(200);
        post("/incidents", "{\"incident\": \"%s\"}".formatted(Sample.filed())).expect(409, "illegal-transition");
        Client.COMMAND_09
                .post("/cases/" + id + "/assignment", "{\"officer\": \"A\"}")
                .expect(409, "illegal-transition");
        post("/notes", "{\"text\": \"filed away\"}").expect(201);
    }

    @Test
    void aCaseBelongsToTheStationsOfAllItsIncidents() {
        var second = Sample.filed(Client.CHI_MA, Sample.filing(UUID.randomUUID(), "VN-09-CHI-MA"));
        Client.CHI_MA.post("/cases/" + id + "/notes", "{\"text\": \"…\"}").expect(404, "not-found");
        Client.COMMAND_09
                .post("/cases/" + id + "/incidents", "{\"incident\": \"%s\"}".formatted(second))
                .expect(200);
        Client.CHI_MA.post("/cases/" + id + "/notes", "{\"text\": \"…\"}").expect(201);
        Client.COMMAND_22.post("/cases/" + id + "/notes", "{\"text\": \"…\"}").expect(404, "not-found");
        Client.CHI_MA.delete("/cases/" + id + "/incidents/" + incident).expect(404, "not-found");
    }

    @Test
    void anIdThatStandsForSomethingElseIsNoCaseAndNoIncident() {
        post(incident, "/notes", "{\"text\": \"…\"}").expect(404, "not-found");
        move(Client.COMMAND_09, incident, "{\"to\": \"UNDER_INVESTIGATION\"}").expect(404, "not-found");
        Client.TAN_THANH.post("/cases", opening(incident, incident)).expect(409, "id-reused");
        Client.TAN_THANH.post("/incidents", Sample.filing(id)).expect(409, "id-reused");
        Client.COMMAND_09.post("/incidents/" + id + "/accept", "{}").expect(404, "not-found");
        Client.TAN_THANH
                .post("/incidents/" + id + "/vehicles", "{\"type\": \"CAR\"}")
                .expect(404, "not-found");
    }

    @Test
    void whoDoesNoCaseworkIsRefusedBeforeTheIdIsLookedUp() {
        var paths = List.of("", "/x/incidents", "/x/notes", "/x/transitions", "/x/assignment");
        for (var client : List.of(Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            paths.forEach(path -> client.post("/cases" + path, "{}").expect(403, "forbidden"));
            client.delete("/cases/x/incidents/x").expect(403, "forbidden");
        }
        Client.TAN_THANH
                .post("/cases/" + UUID.randomUUID() + "/transitions", "{\"to\": \"CLOSED\"}")
                .expect(403, "forbidden");
    }

    private static UUID opened(UUID over) {
        var id = UUID.randomUUID();
        Client.TAN_THANH.post("/cases", opening(id, over)).expect(201);
        return id;
    }

    private static String opening(UUID id, UUID over) {
        return "{\"id\": \"%s\", \"title\": \"Tea\", \"incidents\": [\"%s\"], \"lead\": \"Captain Hoàng\"}"
                .formatted(id, over);
    }

    private static List<String> allowed(Answer refusal) {
        return refusal.json()
                .path("allowed")
                .valueStream()
                .map(state -> state.asString())
                .toList();
    }

    private Answer move(Client client, String body) {
        return move(client, id, body);
    }

    private static Answer move(Client client, UUID id, String body) {
        return client.post("/cases/" + id + "/transitions", body);
    }

    private Answer post(String path, String body) {
        return post(id, path, body);
    }

    private static Answer post(UUID id, String path, String body) {
        return Client.TAN_THANH.post("/cases/" + id + path, body);
    }
}
