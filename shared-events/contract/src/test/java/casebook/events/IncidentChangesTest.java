package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IncidentChangesTest {

    private static final JsonMapper JSON = EventJson.mapper();

    @Test
    void whatAnAmendmentLeavesOutIsStillLeftOutAfterItWasStored() {
        var changes = changes("a car, not a motorcycle", null);
        assertThat(stored(changes)).isEqualTo(changes);
        assertThat(JSON.writeValueAsString(changes)).isEqualTo("{\"summary\":\"a car, not a motorcycle\"}");
    }

    @Test
    void aListThatAnAmendmentEmptiesIsStillEmptiedAfterItWasStored() {
        var changes = changes(null, List.of());
        assertThat(stored(changes)).isEqualTo(changes);
        assertThat(stored(changes).seizures()).isEmpty();
    }

    @Test
    void anEmptiedCountOfUnnamedPersonsIsStillEmptiedAfterItWasStored() {
        var changes = new IncidentChanges(
                null, null, null, null, null, null, null, null, null, null, null, null, Map.of(), 0, null, List.of());
        assertThat(stored(changes)).isEqualTo(changes);
    }

    private static IncidentChanges stored(IncidentChanges changes) {
        return JSON.readValue(JSON.writeValueAsString(changes), IncidentChanges.class);
    }

    private static IncidentChanges changes(String summary, List<Seizure> seizures) {
        return new IncidentChanges(
                null, null, null, null, null, null, null, summary, null, seizures, null, null, null, null, null,
                List.of());
    }
}
