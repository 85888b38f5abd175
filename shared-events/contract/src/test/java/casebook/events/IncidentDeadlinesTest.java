package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentDeadlinesTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final SeizureId SEIZURE = new SeizureId(new UUID(0, 2));
    private static final IncidentDeadlines FILED = IncidentDeadlines.NONE;

    @Test
    void anyFurtherReportIsAFollowUpAndNoJudgementIs() {
        for (var event : Samples.all()) {
            if (event instanceof IncidentEvent happened) {
                var isJudgement = event instanceof IncidentFiled
                        || event instanceof IncidentReturned
                        || event instanceof IncidentAccepted
                        || event instanceof IncidentVoided
                        || event instanceof IncidentDeadlineMissed
                        || event instanceof PersonalDataErased;
                assertThat(FILED.after(happened).owes(DeadlineKind.FOLLOW_UP, null, IncidentStatus.FILED))
                        .as(EventCatalogue.nameOf(event))
                        .isEqualTo(isJudgement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJudgementIsOwedWhileAReportIsFiled(IncidentStatus status) {
        assertThat(FILED.owes(DeadlineKind.ACCEPTANCE, null, status)).isEqualTo(status == IncidentStatus.FILED);
    }

    @Test
    void aLaboratoryOwesItsResultFromTheRequestOn() {
        var asked = FILED.after(new LabRequested(INCIDENT, SEIZURE, null, null));
        assertThat(FILED.owes(DeadlineKind.LAB_RESULT, SEIZURE, IncidentStatus.ACCEPTED))
                .isFalse();
        assertThat(asked.owes(DeadlineKind.LAB_RESULT, SEIZURE, IncidentStatus.ACCEPTED))
                .isTrue();
        var answered = asked.after(new LabResultRecorded(INCIDENT, SEIZURE, Item.HEROIN, null, null));
        assertThat(answered.owes(DeadlineKind.LAB_RESULT, SEIZURE, IncidentStatus.ACCEPTED))
                .isFalse();
        assertThat(asked.hasLabReported(SEIZURE)).isFalse();
        assertThat(answered.hasLabReported(SEIZURE)).isTrue();
        assertThat(answered.after(new LabRequested(INCIDENT, SEIZURE, null, null))
                        .hasLabReported(SEIZURE))
                .isFalse();
        assertThat(answered.labs()).containsExactly(new IncidentDeadlines.Lab(SEIZURE, LabStatus.LAB_REPORTED));
    }

    @ParameterizedTest
    @EnumSource
    void aVoidedReportOwesNothing(DeadlineKind kind) {
        assertThat(FILED.owes(kind, SEIZURE, IncidentStatus.VOIDED)).isFalse();
    }

    @Test
    void aMissedDeadlineIsKnownByItsKindAndSeizure() {
        var due = Instant.parse("2020-03-20T10:00:00Z");
        var late = FILED.after(new IncidentDeadlineMissed(INCIDENT, DeadlineKind.LAB_RESULT, due, due, SEIZURE, 1L));
        assertThat(late.hasMissed(DeadlineKind.LAB_RESULT, SEIZURE)).isTrue();
        assertThat(late.hasMissed(DeadlineKind.LAB_RESULT, null)).isFalse();
        assertThat(late.hasMissed(DeadlineKind.ACCEPTANCE, null)).isFalse();
    }
}
