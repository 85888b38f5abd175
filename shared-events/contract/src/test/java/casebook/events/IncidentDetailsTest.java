package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.IncidentChanges.Clearable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentDetailsTest {

    private static final IncidentDetails DETAILS = Samples.DETAILS;

    @Test
    void anAmendmentReplacesWhatItNamesAndNothingElse() {
        var amended = changes(null, "Opium, not heroin", List.of()).applyTo(DETAILS);
        assertThat(amended.summary()).isEqualTo("Opium, not heroin");
        assertThat(amended.seizures()).isEmpty();
        assertThat(amended)
                .usingRecursiveComparison()
                .ignoringFields("summary", "seizures")
                .isEqualTo(DETAILS);
    }

    @Test
    void whatAnAmendmentClearsIsAbsent() {
        var amended = changes(Clearable.SOURCE_UNIT, null, null).applyTo(DETAILS);
        assertThat(amended.sourceUnit()).isNull();
        assertThat(amended)
                .usingRecursiveComparison()
                .ignoringFields("sourceUnit")
                .isEqualTo(DETAILS);
    }

    @Test
    void anAdditionLengthensOneList() {
        Samples.all().stream()
                .filter(event -> event instanceof SeizureAdded
                        || event instanceof SubjectAdded
                        || event instanceof VehicleAdded
                        || event instanceof EnterpriseAdded)
                .map(IncidentEvent.class::cast)
                .forEach(addition -> assertThat(listed(DETAILS.after(addition))).isEqualTo(listed(DETAILS) + 1));
    }

    @Test
    void aJudgementLeavesTheReportAsItIs() {
        var incident = ((IncidentAmended) Samples.all().get(1)).incident();
        assertThat(DETAILS.after(new IncidentReturned(incident, "…"))).isSameAs(DETAILS);
        assertThat(DETAILS.after(new IncidentAccepted(incident))).isSameAs(DETAILS);
        assertThat(DETAILS.after(new IncidentVoided(incident, "…", null))).isSameAs(DETAILS);
    }

    @Test
    void theOrderOfCountsIsNoPartOfAReport() {
        var counts = Map.of(SubjectRole.SMUGGLED_MIGRANT, 2, SubjectRole.SUSPECT, 3);
        assertThat(EventJson.mapper().writeValueAsString(DETAILS))
                .contains("\"unnamed\":{\"SUSPECT\":3,\"SMUGGLED_MIGRANT\":2}");
        assertThat(DETAILS.unnamed()).isEqualTo(counts);
    }

    private static int listed(IncidentDetails details) {
        return details.seizures().size()
                + details.subjects().size()
                + details.vehicles().size()
                + details.enterprises().size();
    }

    private static IncidentChanges changes(
            @Nullable Clearable cleared, @Nullable String summary, @Nullable List<Seizure> seizures) {
        return new IncidentChanges(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                summary,
                null,
                seizures,
                null,
                null,
                null,
                null,
                null,
                cleared == null ? List.of() : List.of(cleared));
    }
}
