package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is at fault by what exists now is named with the other faults, and alone; a repeat of what was right then is recognised. */
class LaterFaultTest {

    private final UUID seizure = UUID.randomUUID();
    private final UUID incident = Sample.filed(Client.TAN_THANH, heroin(seizure));
    private final String incidentPath = "/incidents/" + incident;

    @Test
    void anUnknownSeizureOfAnExhibit() {
        var entry = "{\"seizure\": \"%s\", \"description\": \"a bag\"%s}";
        var path = incidentPath + "/exhibits";
        Client.TAN_THANH.post(path, entry.formatted(UUID.randomUUID(), "")).expectFaults("/seizure", "/custodian");
        Client.TAN_THANH
                .post(path, entry.formatted(UUID.randomUUID(), ", \"custodian\": \"An\""))
                .expectFaults("/seizure");
    }

    @Test
    void anImpossibleUnitOfAnExhibit() {
        var entry = """
                {"seizure": "%s", "description": "a bag", "unit": "HA"%s}
                """;
        var path = incidentPath + "/exhibits";
        Client.TAN_THANH.post(path, entry.formatted(seizure, "")).expectFaults("/unit", "/quantity", "/custodian");
        Client.TAN_THANH
                .post(path, entry.formatted(seizure, ", \"quantity\": \"1\", \"custodian\": \"An\""))
                .expectFaults("/unit");
    }

    @Test
    void anExhibitThatEnteredBeforeItsSeizureWasAmendedAwayIsRecognised() {
        var path = incidentPath + "/exhibits";
        var entry = """
                {"id": "%s", "seizure": "%s", "description": "a bag", "custodian": "An"}
                """.formatted(UUID.randomUUID(), seizure);
        Client.TAN_THANH.post(path, entry).expect(201);
        Client.TAN_THANH
                .post(incidentPath + "/amendments", "{\"reason\": \"none\", \"changes\": {\"seizures\": []}}")
                .expect(200);
        Client.TAN_THANH.post(path, entry).expect(200);
        Client.TAN_THANH.post(path, entry.replace("a bag", "a box")).expect(409, "id-reused");
    }

    @Test
    void anotherDimensionOfWhatIsDoneWithAnExhibit() {
        var exhibit = UUID.randomUUID();
        Client.TAN_THANH
                .post(incidentPath + "/exhibits", """
                        {"id": "%s", "seizure": "%s", "description": "a bag", "custodian": "An"}
                        """.formatted(exhibit, seizure))
                .expect(201);
        var path = "/exhibits/" + exhibit + "/custody";
        var sample = "{\"action\": \"SAMPLE\", \"quantity\": \"1\", \"unit\": \"HA\"%s}";
        Client.TAN_THANH.post(path, sample.formatted("")).expectFaults("/unit", "/reason");
        Client.TAN_THANH.post(path, sample.formatted(", \"reason\": \"…\"")).expectFaults("/unit");
    }

    @Test
    void whatIsNotTheCaseToMergeInto() {
        var path = "/cases/" + Sample.openedCase() + "/merge";
        var merger = "{\"into\": \"%s\"%s}";
        Client.COMMAND_09.post(path, merger.formatted(UUID.randomUUID(), "")).expectFaults("/into", "/reason");
        Client.COMMAND_09
                .post(path, merger.formatted(UUID.randomUUID(), ", \"reason\": \"…\""))
                .expectFaults("/into");
    }

    @Test
    void aDuplicateOfItself() {
        var voiding = "{\"duplicateOf\": \"%s\"%s}";
        var path = incidentPath + "/void";
        Client.COMMAND_09.post(path, voiding.formatted(incident, "")).expectFaults("/duplicateOf", "/reason");
        Client.COMMAND_09
                .post(path, voiding.formatted(incident, ", \"reason\": \"…\""))
                .expectFaults("/duplicateOf");
    }

    @Test
    void aVoidedIncidentToLink() {
        var path = "/cases/" + Sample.openedCase() + "/incidents";
        var link = "{\"id\": \"%s\", \"incident\": \"%s\"%s}";
        var request = UUID.randomUUID();
        Client.TAN_THANH.post(path, link.formatted(request, incident, "")).expect(200);
        Client.COMMAND_09
                .post(incidentPath + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        Client.TAN_THANH.post(path, link.formatted(request, incident, "")).expect(200);
        var other = "/cases/" + Sample.openedCase() + "/incidents";
        Client.TAN_THANH
                .post(other, link.formatted(UUID.randomUUID(), incident, ", \"whim\": 1"))
                .expectFaults("/incident", "/whim");
        Client.TAN_THANH
                .post(other, link.formatted(UUID.randomUUID(), incident, ""))
                .expectFaults("/incident");
    }

    @Test
    void aReopeningWithoutAReason() {
        var path = "/cases/" + Sample.openedCase() + "/transitions";
        for (var to : new String[] {"UNDER_INVESTIGATION", "SANCTIONED", "CLOSED"}) {
            Client.COMMAND_09.post(path, "{\"to\": \"%s\"}".formatted(to)).expect(200);
        }
        var reopening = "{\"to\": \"UNDER_INVESTIGATION\"%s}";
        Client.COMMAND_09.post(path, reopening.formatted(", \"whim\": 1")).expectFaults("/reason", "/whim");
        Client.COMMAND_09.post(path, reopening.formatted(", \"reason\": 7")).expectFaults("/reason");
        Client.COMMAND_09.post(path, reopening.formatted("")).expectFaults("/reason");
    }

    @Test
    void anItemThatTheSeizureCannotBe() {
        var path = incidentPath + "/seizures/" + seizure + "/lab/result";
        Client.TAN_THANH
                .post(path, "{\"item\": \"FIREARM\", \"purity\": \"101\"}")
                .expectFaults("/item", "/purity");
        Client.TAN_THANH.post(path, "{\"item\": \"FIREARM\"}").expectFaults("/item");
    }

    @Test
    void ofAnotherProvinceNothingIsTold() {
        var path = incidentPath + "/seizures/" + seizure + "/lab/result";
        Client.NAM_CAN
                .post(path, "{\"item\": \"FIREARM\", \"purity\": \"101\"}")
                .expectFaults("/purity");
        assertThat(Recorded.ofIncident(incident)).hasSize(1);
    }

    private static ObjectNode heroin(UUID seizure) {
        return Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                {"seizures": [{"id": "%s", "item": "HEROIN", "quantity": "2", "unit": "KG"}]}
                """.formatted(seizure)));
    }
}
