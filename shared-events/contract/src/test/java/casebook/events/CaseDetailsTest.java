package casebook.events;

import static casebook.events.CaseState.CLOSED;
import static casebook.events.CaseState.MERGED;
import static casebook.events.CaseState.OPEN;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseDetailsTest {

    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final CaseId OTHER = new CaseId(new UUID(0, 2));
    private static final CaseId THIRD = new CaseId(new UUID(0, 3));
    private static final ReferralId REFERRAL = new ReferralId(new UUID(0, 4));
    private static final ReferralId SECOND_REFERRAL = new ReferralId(new UUID(0, 5));
    private static final CaseIncident TEA = incident(11);
    private static final CaseIncident COFFEE = incident(12);
    private static final CaseIncident SUGAR = incident(13);
    private static final CaseDetails OPENED = CaseDetails.of(new CaseOpened(CASE, "Tea", List.of(TEA), null));

    @Test
    void aReferralRefersTheCaseAndItsDeclineBringsItBack() {
        var referred = in(UNDER_INVESTIGATION).after(sent(REFERRAL));
        assertThat(referred.state()).isEqualTo(REFERRED);
        assertThat(referred.after(answered(REFERRAL, ReferralOutcome.ACCEPTED)).state())
                .isEqualTo(REFERRED);
        assertThat(referred.after(answered(REFERRAL, ReferralOutcome.COMPLETED)).state())
                .isEqualTo(REFERRED);
        assertThat(referred.after(answered(REFERRAL, ReferralOutcome.DECLINED)).state())
                .isEqualTo(UNDER_INVESTIGATION);
    }

    @Test
    void aDeclineBringsTheCaseBackOnlyWhenNoOtherReferralIsOpen() {
        var both = in(UNDER_INVESTIGATION).after(sent(REFERRAL)).after(sent(SECOND_REFERRAL));
        var oneLeft = both.after(answered(SECOND_REFERRAL, ReferralOutcome.ACCEPTED))
                .after(answered(REFERRAL, ReferralOutcome.DECLINED));
        assertThat(oneLeft.state()).isEqualTo(REFERRED);
        assertThat(oneLeft.after(answered(SECOND_REFERRAL, ReferralOutcome.DECLINED))
                        .state())
                .isEqualTo(UNDER_INVESTIGATION);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFERRED")
    void aDeclineMovesNoCaseThatWentOn(CaseState state) {
        var moved = in(UNDER_INVESTIGATION).after(sent(REFERRAL)).after(new CaseMoved(CASE, state, null, null));
        assertThat(moved.after(answered(REFERRAL, ReferralOutcome.DECLINED)).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGED")
    void aMergerThatIsTakenBackRestoresTheState(CaseState state) {
        var merged = in(state).after(new CaseMerged(CASE, OTHER, "…"));
        assertThat(merged.state()).isEqualTo(MERGED);
        assertThat(merged.merger()).isEqualTo(new CaseDetails.Merger(OTHER, state));
        assertThat(merged.after(new CaseUnmerged(CASE, "…"))).isEqualTo(in(state));
    }

    @Test
    void aCaseWhoseLastReferralWasDeclinedWhileItWasMergedIsNotReferredAfterwards() {
        var referred = in(UNDER_INVESTIGATION).after(sent(REFERRAL));
        var merged = referred.after(new CaseMerged(CASE, OTHER, "…"));
        var declined = merged.after(answered(REFERRAL, ReferralOutcome.DECLINED));
        assertThat(declined.state()).isEqualTo(MERGED);
        assertThat(declined.after(new CaseUnmerged(CASE, "…")).state()).isEqualTo(UNDER_INVESTIGATION);
        var accepted = merged.after(answered(REFERRAL, ReferralOutcome.ACCEPTED));
        assertThat(accepted.after(new CaseUnmerged(CASE, "…")).state()).isEqualTo(REFERRED);
    }

    @Test
    void whatACaseAbsorbedLeavesItAgain() {
        var joined = OPENED.after(new CaseAbsorbed(CASE, OTHER, List.of(TEA, COFFEE)));
        assertThat(joined.incidents().all()).containsExactly(TEA, COFFEE);
        assertThat(joined.incidents().leavingWith(OTHER)).containsExactly(COFFEE.incident());
        assertThat(joined.after(new CaseSeparated(CASE, OTHER, List.of(COFFEE.incident()))))
                .isEqualTo(OPENED);
    }

    @Test
    void anIncidentThatTwoCasesBroughtStaysWhileOneIsThere() {
        var joined = OPENED.after(new CaseAbsorbed(CASE, OTHER, List.of(COFFEE)))
                .after(new CaseAbsorbed(CASE, THIRD, List.of(COFFEE, SUGAR)));
        assertThat(joined.incidents().leavingWith(OTHER)).isEmpty();
        assertThat(joined.incidents().leavingWith(THIRD)).containsExactly(SUGAR.incident());
    }

    @Test
    void whatIsUnlinkedIsGoneHoweverItCameIn() {
        var joined = OPENED.after(new IncidentLinked(CASE, COFFEE))
                .after(new CaseAbsorbed(CASE, OTHER, List.of(COFFEE, SUGAR)))
                .after(new IncidentUnlinked(CASE, COFFEE.incident()));
        assertThat(joined.incidents().all()).containsExactly(TEA, SUGAR);
        assertThat(joined.incidents().canSpare(SUGAR.incident())).isTrue();
        assertThat(joined.incidents().canSpare(TEA.incident())).isFalse();
    }

    @Test
    void aStationIsOfferedNothingThatOnlyACommandMayDo() {
        assertThat(OPENED.allowedActions(false, null))
                .containsExactly("link", "note", "transition:UNDER_INVESTIGATION");
        assertThat(OPENED.allowedActions(true, null))
                .containsExactly("link", "assign", "note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
        assertThat(in(CLOSED).allowedActions(false, null)).containsExactly("note");
        assertThat(in(CLOSED).allowedActions(true, null))
                .containsExactly("note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
    }

    @Test
    void aMergedCaseIsOnlyUnmergedOrUnsealed() {
        var merged = OPENED.after(new CaseSealed(CASE, "…", List.of("Captain Hoàng")))
                .after(new CaseMerged(CASE, OTHER, "…"));
        assertThat(merged.allowedActions(true, OPENED)).containsExactly("unmerge", "unseal", "hold");
        assertThat(merged.allowedActions(false, OPENED)).isEmpty();
    }

    @Test
    void aCaseThatWentOnWithAnotherIsNotUnmergedBeforeThatOne() {
        var merged = OPENED.after(new CaseMerged(CASE, OTHER, "…"));
        var further = OPENED.after(new CaseMerged(OTHER, new CaseId(new UUID(0, 99)), "…"));
        assertThat(merged.allowedActions(true, further)).containsExactly("seal", "hold");
        assertThat(merged.allowedActions(true, further.after(new CaseUnmerged(OTHER, "…"))))
                .containsExactly("unmerge", "seal", "hold");
    }

    @Test
    void aReferralIsOwedAnAnswerUntilTheFirstOne() {
        var referred = in(UNDER_INVESTIGATION).after(sent(REFERRAL));
        assertThat(referred.owes(DeadlineKind.REFERRAL_ANSWER, REFERRAL)).isTrue();
        assertThat(referred.owes(DeadlineKind.REFERRAL_ANSWER, SECOND_REFERRAL)).isFalse();
        for (var outcome : ReferralOutcome.values()) {
            assertThat(referred.after(answered(REFERRAL, outcome)).owes(DeadlineKind.REFERRAL_ANSWER, REFERRAL))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsOwedUntilThereIsOne(CaseState state) {
        assertThat(in(state).owes(DeadlineKind.RESOLUTION, null))
                .isEqualTo(state == OPEN || state == UNDER_INVESTIGATION || state == REFERRED);
    }

    @Test
    void aMissedDeadlineIsKnownByItsKindAndReferral() {
        var due = Instant.parse("2020-03-20T10:00:00Z");
        var late = OPENED.after(new CaseDeadlineMissed(CASE, DeadlineKind.REFERRAL_ANSWER, due, due, REFERRAL, 2L));
        assertThat(late.hasMissed(DeadlineKind.REFERRAL_ANSWER, REFERRAL)).isTrue();
        assertThat(late.hasMissed(DeadlineKind.REFERRAL_ANSWER, SECOND_REFERRAL))
                .isFalse();
        assertThat(late.hasMissed(DeadlineKind.RESOLUTION, null)).isFalse();
    }

    @Test
    void aCaseComesBackFromJsonAsItWas() {
        var json = EventJson.mapper();
        CaseDetails details = OPENED;
        for (var event : Samples.all()) {
            if (event instanceof CaseEvent happened && !(event instanceof CaseOpened)) {
                details = details.after(happened);
                assertThat(json.readValue(json.writeValueAsString(details), CaseDetails.class))
                        .isEqualTo(details);
            }
        }
    }

    private static CaseDetails in(CaseState state) {
        return OPENED.after(new CaseMoved(CASE, state, null, null));
    }

    private static ReferralSent sent(ReferralId referral) {
        return new ReferralSent(CASE, referral, Agency.CUSTOMS, "to look", null);
    }

    private static ReferralAnswered answered(ReferralId referral, ReferralOutcome outcome) {
        return new ReferralAnswered(CASE, referral, outcome, null);
    }

    private static CaseIncident incident(int number) {
        return new CaseIncident(
                new IncidentId(new UUID(1, number)), new StationCode("VN-09-TAN-THANH"), new ProvinceCode("VN-09"));
    }
}
