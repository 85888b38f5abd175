package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.IncidentVoided;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {

    private static final String BECAUSE = "{\"reason\": \"a drill\"}";

    private final UUID id = Sample.filed();

    @Test
    void aReportIsAccepted() {
        var receipt = judge("accept", "{}").expect(200);
        assertThat(receipt.text("/status")).isEqualTo("ACCEPTED");
        assertThat(receipt.text("/version")).isEqualTo("2");
        assertThat(receipt.text("/number")).startsWith("VN-09-TAN-THANH-2021-");
    }

    @Test
    void anAcceptanceNeedsNoBody() {
        Client.COMMAND_09.send("POST", path("accept"), BodyPublishers.noBody()).expect(200);
    }

    @Test
    void anAcceptanceInAnotherFormatIsNotTaken() {
        Client.COMMAND_09
                .send("POST", path("accept"), BodyPublishers.ofString("{}"), "Content-Type", "text/plain")
                .expect(415, "unsupported-media-type");
    }

    @Test
    void aReturnNeedsAReason() {
        judge("return", "{}").expectFaults("/reason");
        judge("return", BECAUSE).expect(200);
    }

    @Test
    void aReturnedReportCannotBeAcceptedOrReturnedAgain() {
        judge("return", BECAUSE).expect(200);
        var refusal = judge("accept", "{}").expect(409, "illegal-transition");
        assertThat(refusal.json().path("allowed").valueStream().map(state -> state.asString()))
                .containsExactly("FILED", "VOIDED");
        judge("return", BECAUSE).expect(409, "illegal-transition");
        assertThat(judge("void", BECAUSE).expect(200).text("/status")).isEqualTo("VOIDED");
    }

    @Test
    void anAcceptedReportCanOnlyBeVoided() {
        judge("accept", "{}").expect(200);
        judge("return", BECAUSE).expect(409, "illegal-transition");
        judge("accept", "{}").expect(409, "illegal-transition");
        judge("void", BECAUSE).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "accept", "void"})
    void nothingHappensToAVoidedReport(String judgement) {
        judge("void", BECAUSE).expect(200);
        judge(judgement, judgement.equals("accept") ? "{}" : BECAUSE).expect(409, "illegal-transition");
    }

    @Test
    void aReportCanBeVoidedAsADuplicateOfAnother() {
        var original = Sample.filed();
        judge("void", "{\"reason\": \"filed twice\", \"duplicateOf\": \"%s\"}".formatted(original))
                .expect(200);
        assertThat(((IncidentVoided) Recorded.ofIncident(id).getLast()).duplicateOf())
                .hasToString(original.toString());
    }

    @Test
    void aDuplicateIsOneOfAnotherReportThatTheCallerMaySee() {
        var foreign = Sample.filed(Client.ADMIN, Sample.filing(UUID.randomUUID(), "VN-22-NAM-CAN"));
        var body = "{\"reason\": \"filed twice\", \"duplicateOf\": \"%s\"}";
        judge("void", body.formatted(id)).expectFaults("/duplicateOf");
        judge("void", body.formatted(foreign)).expectFaults("/duplicateOf");
        judge("void", body.formatted(UUID.randomUUID())).expectFaults("/duplicateOf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "accept", "void"})
    void aJudgementIsRecognisedByItsId(String judgement) {
        var reason = judgement.equals("accept") ? "" : ", \"reason\": \"a drill\"";
        var body = "{\"id\": \"" + UUID.randomUUID() + "\"" + reason + "}";
        var first = Client.COMMAND_09
                .post(path(judgement), body, "If-Match", "\"1\"")
                .expect(200);
        var position = Recorded.position();
        assertThat(Client.COMMAND_09
                        .post(path(judgement), body, "If-Match", "\"1\"")
                        .expect(200)
                        .body())
                .isEqualTo(first.body());
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "accept", "void"})
    void onlyACommandJudgesBeforeAnyIdIsLookedUp(String judgement) {
        for (var client : new Client[] {Client.TAN_THANH, Client.ADMIN, Client.ANALYST, Client.AUDITOR}) {
            client.post("/incidents/" + UUID.randomUUID() + "/" + judgement, BECAUSE)
                    .expect(403, "forbidden");
        }
    }

    private String path(String judgement) {
        return "/incidents/" + id + "/" + judgement;
    }

    private Answer judge(String judgement, String body) {
        return Client.COMMAND_09.post(path(judgement), body);
    }
}
