package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseId;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final String APPEAL = "{\"reason\": \"an appeal is pending\"}";

    private final UUID file = Sample.openedCase();

    @Test
    void aHoldIsPlacedOnceAndReleasedOnce() {
        Client.COMMAND_09.post(path("hold"), APPEAL).expect(200);
        Client.COMMAND_09.post(path("hold"), APPEAL).expect(409, "on-hold");
        assertThat(Recorded.ofCase(file).getLast())
                .isEqualTo(new LegalHoldPlaced(new CaseId(file), "an appeal is pending"));
        Client.COMMAND_09
                .post(path("release-hold"), "{\"reason\": \"decided\"}")
                .expect(200);
        assertThat(Recorded.ofCase(file).getLast()).isEqualTo(new LegalHoldReleased(new CaseId(file), "decided"));
        Client.COMMAND_09
                .post(path("release-hold"), "{\"reason\": \"decided\"}")
                .expect(409, "not-on-hold");
    }

    @Test
    void aHoldIsRepeatedByItsId() {
        var hold = Sample.object(APPEAL).put("id", UUID.randomUUID().toString());
        var receipt = Client.COMMAND_09.post(path("hold"), hold).expect(200);
        assertThat(Client.COMMAND_09.post(path("hold"), hold).expect(200).json())
                .isEqualTo(receipt.json());
    }

    @Test
    void underHoldNothingLeavesTheCase() {
        var more = Sample.filed();
        Client.TAN_THANH.post(path("incidents"), incident(more)).expect(200);
        Client.COMMAND_09.post(path("hold"), APPEAL).expect(200);
        Client.TAN_THANH.delete(path("incidents/" + more)).expect(409, "legal-hold");
        Client.COMMAND_09
                .post(path("release-hold"), "{\"reason\": \"decided\"}")
                .expect(200);
        Client.TAN_THANH.delete(path("incidents/" + more)).expect(200);
    }

    @Test
    void underHoldNoCaseThatItTookInIsSeparated() {
        var other = Sample.openedCase();
        Client.COMMAND_09
                .post("/cases/" + other + "/merge", "{\"into\": \"%s\", \"reason\": \"one load\"}".formatted(file))
                .expect(200);
        Client.COMMAND_09.post(path("hold"), APPEAL).expect(200);
        Client.COMMAND_09
                .post("/cases/" + other + "/unmerge", "{\"reason\": \"two loads\"}")
                .expect(409, "legal-hold");
    }

    @Test
    void everyFaultIsNamed() {
        for (var what : List.of("hold", "release-hold")) {
            Client.COMMAND_09.post(path(what), "{}").expectFaults("/reason");
            Client.COMMAND_09
                    .post(path(what), "{\"reason\": \" \", \"until\": 1}")
                    .expectFaults("/reason", "/until");
        }
    }

    @Test
    void holdsAreForACommandOfTheProvinceAlone() {
        for (var other : List.of(Client.TAN_THANH, Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            other.post("/cases/x/hold", "{}").expect(403, "forbidden");
            other.post("/cases/x/release-hold", "{}").expect(403, "forbidden");
        }
        Client.COMMAND_22.post(path("hold"), APPEAL).expect(404, "not-found");
        Client.COMMAND_09.post("/cases/" + UUID.randomUUID() + "/hold", APPEAL).expect(404, "not-found");
    }

    private String path(String what) {
        return "/cases/" + file + "/" + what;
    }

    private static String incident(UUID id) {
        return "{\"incident\": \"%s\"}".formatted(id);
    }
}
