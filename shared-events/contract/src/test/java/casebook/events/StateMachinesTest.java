package casebook.events;

import static casebook.events.CaseState.CLOSED;
import static casebook.events.CaseState.DISMISSED;
import static casebook.events.CaseState.MERGED;
import static casebook.events.CaseState.OPEN;
import static casebook.events.CaseState.PROSECUTED;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.SANCTIONED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;
import static casebook.events.IncidentStatus.ACCEPTED;
import static casebook.events.IncidentStatus.FILED;
import static casebook.events.IncidentStatus.RETURNED;
import static casebook.events.IncidentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateMachinesTest {

    private static final Map<CaseState, List<CaseState>> CASES = Map.of(
            OPEN, List.of(UNDER_INVESTIGATION),
            UNDER_INVESTIGATION, List.of(REFERRED, SANCTIONED, DISMISSED),
            REFERRED, List.of(PROSECUTED, SANCTIONED, DISMISSED, UNDER_INVESTIGATION),
            PROSECUTED, List.of(CLOSED),
            SANCTIONED, List.of(CLOSED),
            DISMISSED, List.of(CLOSED),
            CLOSED, List.of(UNDER_INVESTIGATION),
            MERGED, List.of());

    private static final Map<IncidentStatus, List<IncidentStatus>> INCIDENTS = Map.of(
            FILED, List.of(RETURNED, ACCEPTED, VOIDED),
            RETURNED, List.of(FILED, VOIDED),
            ACCEPTED, List.of(VOIDED),
            VOIDED, List.of());

    @ParameterizedTest
    @EnumSource
    void aCaseMovesAsTheContractSays(CaseState state) {
        assertThat(state.next()).containsExactlyInAnyOrderElementsOf(CASES.get(state));
    }

    @ParameterizedTest
    @EnumSource
    void anIncidentMovesAsTheContractSays(IncidentStatus status) {
        assertThat(status.next()).containsExactlyInAnyOrderElementsOf(INCIDENTS.get(status));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAReopeningNeedsAReason(CaseState state) {
        assertThat(state.needsReasonToLeave()).isEqualTo(state == CLOSED);
    }

    @Test
    void workGoesOnUntilACaseIsDecided() {
        assertThat(Arrays.stream(CaseState.values()).filter(CaseState::isActive))
                .containsExactlyInAnyOrder(OPEN, UNDER_INVESTIGATION, REFERRED);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAReturnedReportIsFiledAgainByAnAmendment(IncidentStatus status) {
        var amendment = Samples.all().get(1);
        assertThat(status.after((IncidentAmended) amendment)).isEqualTo(status == RETURNED ? FILED : status);
    }

    @Test
    void everyOutcomeOfAReportFollowsFromItsEvent() {
        var incident = ((IncidentAmended) Samples.all().get(1)).incident();
        assertThat(FILED.after(new IncidentReturned(incident, "…"))).isEqualTo(RETURNED);
        assertThat(FILED.after(new IncidentAccepted(incident))).isEqualTo(ACCEPTED);
        assertThat(ACCEPTED.after(new IncidentVoided(incident, "…", null))).isEqualTo(VOIDED);
    }

    @ParameterizedTest
    @EnumSource
    void anIncidentAllowsWhatLeadsToANextState(IncidentStatus status) {
        assertThat(status.allows(IncidentAction.RETURN)).isEqualTo(status.next().contains(RETURNED));
        assertThat(status.allows(IncidentAction.ACCEPT)).isEqualTo(status.next().contains(ACCEPTED));
        assertThat(status.allows(IncidentAction.VOID)).isEqualTo(status.next().contains(VOIDED));
        assertThat(status.allows(IncidentAction.AMEND)).isEqualTo(status != VOIDED);
    }

    @Test
    void closingAndReopeningAreForACommandAlone() {
        assertThat(PROSECUTED.isForCommandAlone(CLOSED)).isTrue();
        assertThat(CLOSED.isForCommandAlone(UNDER_INVESTIGATION)).isTrue();
        assertThat(REFERRED.isForCommandAlone(UNDER_INVESTIGATION)).isFalse();
    }

    @Test
    void aCaseIsReferredFromInvestigationOrOnceMore() {
        assertThat(Arrays.stream(CaseState.values()).filter(CaseState::takesReferrals))
                .containsExactlyInAnyOrder(UNDER_INVESTIGATION, REFERRED);
    }

    @Test
    void anAnsweredReferralIsClosedUnlessItWasAcceptedOnly() {
        assertThat(Arrays.stream(ReferralStatus.values()).filter(ReferralStatus::isOpen))
                .containsExactlyInAnyOrder(ReferralStatus.SENT, ReferralStatus.ACCEPTED);
    }

    @Test
    void onlyAVoidedReportIsClosedToAmendment() {
        assertThat(Arrays.stream(IncidentStatus.values()).filter(IncidentStatus::isOpenToAmendment))
                .containsExactlyInAnyOrder(FILED, RETURNED, ACCEPTED);
    }

    @Test
    void aSmuggledMigrantAndAWitnessAreNeitherOffenderNorVictim() {
        assertThat(Arrays.stream(SubjectRole.values()).filter(SubjectRole::isOffender))
                .containsExactlyInAnyOrder(SubjectRole.SUSPECT, SubjectRole.ARRESTED, SubjectRole.VIOLATOR);
        assertThat(Arrays.stream(SubjectRole.values()).filter(SubjectRole::isVictim))
                .containsExactlyInAnyOrder(SubjectRole.VICTIM, SubjectRole.RESCUED);
    }
}
