package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.CASE;
import static casebook.command.casefile.CaseSamples.COMMAND;
import static casebook.command.casefile.CaseSamples.FIRST;
import static casebook.command.casefile.CaseSamples.OTHER;
import static casebook.command.casefile.CaseSamples.OTHER_COMMAND;
import static casebook.command.casefile.CaseSamples.SECOND;
import static casebook.command.casefile.CaseSamples.illegal;
import static casebook.command.casefile.CaseSamples.incident;
import static casebook.command.casefile.CaseSamples.longNotes;
import static casebook.command.casefile.CaseSamples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.events.Agency;
import casebook.events.CaseAbsorbed;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseOpened;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.Closure;
import casebook.events.IncidentStatus;
import casebook.events.ReferralId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergersTest {

    private static final CaseId THIRD = new CaseId(new UUID(0, 3));
    private static final CaseIncident LOCAL = incident(3, "VN-09-CHI-MA", "VN-09");
    private static final MergeCase MERGE = new MergeCase(CASE, OTHER, "the same load");
    private static final UnmergeCase UNMERGE = new UnmergeCase(CASE, OTHER, "another load");

    private final CaseRig rig = new CaseRig();

    MergersTest() {
        open(CASE, FIRST, LOCAL);
        open(OTHER, LOCAL);
    }

    @Test
    void whatIsMergedIsRecordedOfBothCasesTheTargetFirst() {
        assertThat(rig.give(MERGE, COMMAND))
                .isEqualTo(new Outcome.Recorded(new Standing(CASE.toString(), null, "MERGED", 2)));
        assertThat(rig.recorded().subList(2, 4))
                .containsExactly(
                        new CaseAbsorbed(OTHER, CASE, List.of(FIRST, LOCAL)),
                        new CaseMerged(CASE, OTHER, "the same load"));
        assertThat(rig.details(OTHER).incidents().all()).containsExactlyInAnyOrder(FIRST, LOCAL);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGED")
    void aCaseIsMergedOutOfEveryStateAndUnmergedIntoIt(CaseState state) {
        bring(CASE, state);
        var before = rig.details(CASE);
        assertThat(rig.give(MERGE, COMMAND)).isInstanceOf(Outcome.Recorded.class);
        assertThat(rig.details(CASE).state()).isEqualTo(CaseState.MERGED);

        assertThat(rig.give(UNMERGE, COMMAND)).isInstanceOf(Outcome.Recorded.class);
        assertThat(rig.details(CASE)).isEqualTo(before);
        assertThat(rig.details(OTHER).incidents().all()).containsExactly(LOCAL);
        assertThat(rig.events(OTHER).getLast()).isEqualTo(new CaseSeparated(OTHER, CASE, List.of(FIRST.incident())));
        assertThat(rig.events(CASE).getLast()).isEqualTo(new CaseUnmerged(CASE, "another load"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGED")
    void aCaseTakesAnotherInWhileWorkOnItGoesOn(CaseState state) {
        bring(OTHER, state);
        var outcome = rig.give(MERGE, COMMAND);
        if (state.isActive()) {
            assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        } else {
            assertThat(outcome).isEqualTo(refused(new Refusal.Conflict("closed-target")));
            assertThat(rig.details(CASE).state()).isEqualTo(CaseState.OPEN);
        }
    }

    @Test
    void aMergedCaseIsNeitherMergedAgainNorMergedInto() {
        open(THIRD, FIRST);
        rig.give(MERGE, COMMAND);
        var recorded = rig.recorded();
        assertThat(rig.give(new MergeCase(CASE, THIRD, "…"), COMMAND)).isEqualTo(illegal(CaseState.MERGED));
        assertThat(rig.give(new MergeCase(THIRD, CASE, "…"), COMMAND))
                .isEqualTo(refused(new Refusal.Conflict("closed-target")));
        assertThat(rig.give(new MergeCase(OTHER, CASE, "…"), COMMAND))
                .isEqualTo(refused(new Refusal.Conflict("closed-target")));
        assertThat(rig.recorded()).isEqualTo(recorded);
    }

    @Test
    void aCaseIsNotMergedIntoItself() {
        assertThat(rig.give(new MergeCase(CASE, CASE, "…"), COMMAND))
                .isEqualTo(refused(new Refusal.Conflict("merged-into-itself")));
    }

    @Test
    void aTargetThatIsNotThereForTheCallerIsUnknown() {
        open(THIRD, SECOND);
        var unknown = refused(new Refusal.Invalid("/into", "unknown-case"));
        assertThat(rig.give(new MergeCase(CASE, THIRD, "…"), COMMAND)).isEqualTo(unknown);
        assertThat(rig.give(new MergeCase(CASE, new CaseId(new UUID(9, 9)), "…"), COMMAND))
                .isEqualTo(unknown);
        rig.give(new SealCase(OTHER, "an informer", List.of("Major Lê")), COMMAND);
        assertThat(rig.give(MERGE, COMMAND)).isEqualTo(unknown);
    }

    @Test
    void aSourceThatIsNotThereForTheCallerIsUnknown() {
        open(THIRD, SECOND);
        assertThat(rig.give(new MergeCase(CASE, THIRD, "…"), OTHER_COMMAND)).isEqualTo(refused(new Refusal.Unknown()));
        assertThat(rig.give(new MergeCase(new CaseId(new UUID(9, 9)), CASE, "…"), COMMAND))
                .isEqualTo(refused(new Refusal.Unknown()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGED")
    void whatIsNotMergedIsNotUnmerged(CaseState state) {
        bring(CASE, state);
        assertThat(rig.give(new UnmergeCase(CASE, null, "…"), COMMAND)).isEqualTo(illegal(state));
    }

    @Test
    void aMergerIsNotTakenBackOutOfACaseThatIsNotThereForTheCaller() {
        rig.give(MERGE, COMMAND);
        rig.give(new SealCase(OTHER, "an informer", List.of("Major Lê")), COMMAND);
        assertThat(rig.give(UNMERGE, COMMAND)).isEqualTo(refused(new Refusal.Unknown()));
        rig.give(new UnsealCase(OTHER, null), COMMAND);
        assertThat(rig.give(UNMERGE, COMMAND)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void aMergerIsTakenBackOnlyAfterTheNextOne() {
        open(THIRD, LOCAL);
        rig.give(MERGE, COMMAND);
        rig.give(new MergeCase(OTHER, THIRD, "…"), COMMAND);
        assertThat(rig.details(THIRD).incidents().all()).containsExactlyInAnyOrder(FIRST, LOCAL);
        assertThat(rig.give(UNMERGE, COMMAND)).isEqualTo(refused(new Refusal.Conflict("merged-further")));

        rig.give(new UnmergeCase(OTHER, THIRD, "…"), COMMAND);
        assertThat(rig.give(UNMERGE, COMMAND)).isInstanceOf(Outcome.Recorded.class);
        assertThat(rig.details(OTHER).incidents().all()).containsExactly(LOCAL);
        assertThat(rig.details(THIRD).incidents().all()).containsExactly(LOCAL);
    }

    @Test
    void theLastIncidentOfItsOwnStaysInTheTargetSoThatTheMergerCanBeTakenBack() {
        rig.give(MERGE, COMMAND);
        assertThat(rig.give(new UnlinkIncident(OTHER, LOCAL.incident()), COMMAND))
                .isEqualTo(refused(new Refusal.Conflict("last-incident")));
        assertThat(rig.give(new UnlinkIncident(OTHER, FIRST.incident()), COMMAND))
                .isInstanceOf(Outcome.Recorded.class);
        rig.give(UNMERGE, COMMAND);
        assertThat(rig.details(CASE).incidents().all()).containsExactly(FIRST, LOCAL);
        assertThat(rig.details(OTHER).incidents().all()).containsExactly(LOCAL);
    }

    @Test
    void aMergerIsRecognisedByItsIdAfterItWasTakenBack() {
        var request = COMMAND.with(UUID.randomUUID());
        var first = rig.give(MERGE, request);
        rig.give(UNMERGE, COMMAND);
        assertThat(rig.give(MERGE, new Terms(request.caller(), request.request(), Set.of("\"1\""))))
                .isEqualTo(new Outcome.Repeated(((Outcome.Recorded) first).standing()));
        assertThat(rig.give(new MergeCase(CASE, OTHER, "another reason"), request))
                .isEqualTo(refused(new Refusal.IdReused()));
    }

    @Test
    void ofAMergerWithAFullCaseNothingIsRecorded() {
        for (var full : List.of(CASE, OTHER)) {
            var cases = new CaseRig();
            cases.given(CASE, List.of(new CaseOpened(CASE, "Tea", List.of(FIRST), null)));
            cases.given(OTHER, List.of(new CaseOpened(OTHER, "Tea", List.of(LOCAL), null)));
            cases.given(full, longNotes(full).toList());
            cases.given(full, longNotes(full).toList());
            var recorded = cases.recorded();
            assertThat(cases.give(MERGE, COMMAND)).isEqualTo(refused(new Refusal.Conflict("case-full")));
            assertThat(cases.recorded()).isEqualTo(recorded);
        }
    }

    @Test
    void aMergerNeedsTheVersionOfTheSource() {
        assertThat(rig.give(MERGE, new Terms(COMMAND.caller(), null, Set.of("\"7\""))))
                .isEqualTo(refused(new Refusal.VersionMismatch(1)));
    }

    @Test
    void whatComesInWithACaseIsThereForItsStations() {
        open(THIRD, SECOND, FIRST);
        assertThat(rig.give(new LinkIncident(OTHER, FIRST, IncidentStatus.FILED), OTHER_COMMAND))
                .isEqualTo(refused(new Refusal.Unknown()));
        rig.give(new MergeCase(THIRD, OTHER, "…"), COMMAND);
        assertThat(rig.give(new LinkIncident(OTHER, FIRST, IncidentStatus.FILED), OTHER_COMMAND))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    private void open(CaseId id, CaseIncident... incidents) {
        rig.give(new OpenCase(id, "Tea", List.of(incidents), null), COMMAND);
    }

    private void bring(CaseId id, CaseState state) {
        switch (state) {
            case OPEN -> {}
            case UNDER_INVESTIGATION -> move(id, CaseState.UNDER_INVESTIGATION, null);
            case REFERRED -> {
                bring(id, CaseState.UNDER_INVESTIGATION);
                rig.give(new SendReferral(id, new ReferralId(id.value()), Agency.CUSTOMS, "…", null), COMMAND);
            }
            case PROSECUTED, SANCTIONED -> {
                bring(id, CaseState.REFERRED);
                move(id, state, null);
            }
            case DISMISSED -> {
                bring(id, CaseState.REFERRED);
                move(id, state, Closure.UNFOUNDED);
            }
            case CLOSED -> {
                bring(id, CaseState.SANCTIONED);
                move(id, state, null);
            }
            case MERGED -> throw new IllegalArgumentException("not by a transition");
        }
    }

    private void move(CaseId id, CaseState to, @Nullable Closure closure) {
        rig.give(new MoveCase(id, to, null, closure), COMMAND);
    }
}
