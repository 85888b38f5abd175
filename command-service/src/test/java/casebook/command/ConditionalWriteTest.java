package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalWriteTest {

    private static final String CHANGE = "{\"reason\": \"a correction\", \"changes\": {\"vehicleCount\": 7}}";

    private final UUID id = Sample.filed();

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "\"7\", \"1\""})
    void aWriteOnThePresentVersionIsTaken(String ifMatch) {
        amend(ifMatch).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"0\"", "W/\"1\"", "\"01\"", "\"\""})
    void aWriteOnAnotherVersionIsNot(String ifMatch) {
        var position = Recorded.position();
        assertThat(amend(ifMatch).expect(412, "version-mismatch").text("/version"))
                .isEqualTo("1");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "garbage", "\"1", ","})
    void aConditionThatIsNoneIsNotPassedOver(String ifMatch) {
        var position = Recorded.position();
        assertThat(amend(ifMatch).status()).isIn(400, 412);
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void ofTwoWritesOnOneVersionOneIsTaken() {
        var answers = AtOnce.call(2, _ -> amend("\"1\""));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aCaseIsWrittenConditionallyToo() {
        var opening = "{\"id\": \"%1$s\", \"title\": \"Tea\", \"incidents\": [\"%2$s\"]}";
        var caseFile = UUID.randomUUID();
        var opened =
                Client.TAN_THANH.post("/cases", opening.formatted(caseFile, id)).expect(201);
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        var path = "/cases/" + caseFile + "/notes";
        Client.TAN_THANH.post(path, "{\"text\": \"…\"}", "If-Match", "\"2\"").expect(412, "version-mismatch");
        Client.TAN_THANH.post(path, "{\"text\": \"…\"}", "If-Match", "\"1\"").expect(201);
        Client.TAN_THANH
                .delete("/cases/" + caseFile + "/incidents/" + id, "If-Match", "\"1\"")
                .expect(412, "version-mismatch");
    }

    private Answer amend(String ifMatch) {
        return Client.TAN_THANH.post("/incidents/" + id + "/amendments", CHANGE, "If-Match", ifMatch);
    }
}
