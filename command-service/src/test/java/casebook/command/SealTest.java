package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseId;
import casebook.events.CaseSealed;
import casebook.events.CaseUnsealed;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String SEAL = "{\"reason\": \"an informer\", \"officers\": [\"Hoàng\", \"Lê\", \"Hoàng\"]}";
    private static final String NOTE = "{\"text\": \"met the informer\"}";

    private final UUID file = Sample.openedCase();

    @Test
    void aSealedCaseIsThereForItsOfficersAloneUntilItIsUnsealed() {
        Client.COMMAND_09.post(path("seal"), SEAL).expect(200);
        assertThat(Recorded.ofCase(file).getLast())
                .isEqualTo(new CaseSealed(new CaseId(file), "an informer", List.of("Hoàng", "Lê")));
        Client.officer("Hoàng").post(path("notes"), NOTE).expect(201);
        Client.officer("Vũ").post(path("notes"), NOTE).expect(404, "not-found");
        Client.COMMAND_09.post(path("notes"), NOTE).expect(404, "not-found");
        var unnamed = Client.commander("Vũ");
        unnamed.post(path("seal"), SEAL).expect(404, "not-found");
        unnamed.post(path("unseal"), "{}").expect(404, "not-found");

        Client.COMMAND_09.send("POST", path("unseal"), BodyPublishers.noBody()).expect(200);
        assertThat(Recorded.ofCase(file).getLast()).isEqualTo(new CaseUnsealed(new CaseId(file), null));
        Client.officer("Vũ").post(path("notes"), NOTE).expect(201);
        Client.COMMAND_09.post(path("unseal"), "{\"reason\": \"…\"}").expect(409, "not-sealed");
    }

    @Test
    void everyFaultOfASealIsNamed() {
        Client.COMMAND_09.post(path("seal"), "{}").expectFaults("/reason", "/officers");
        Client.COMMAND_09
                .post(path("seal"), "{\"reason\": \"…\", \"officers\": []}")
                .expectFaults("/officers");
        Client.COMMAND_09
                .post(path("seal"), "{\"reason\": \"…\", \"officers\": [\" \", 7, \"Lê\"]}")
                .expectFaults("/officers/0", "/officers/1");
    }

    @Test
    void sealingIsForACommandOfTheProvinceAlone() {
        for (var other : List.of(Client.TAN_THANH, Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            other.post("/cases/x/seal", "{}").expect(403, "forbidden");
            other.post("/cases/x/unseal", "{}").expect(403, "forbidden");
        }
        Client.COMMAND_22.post(path("seal"), SEAL).expect(404, "not-found");
    }

    private String path(String what) {
        return "/cases/" + file + "/" + what;
    }
}
