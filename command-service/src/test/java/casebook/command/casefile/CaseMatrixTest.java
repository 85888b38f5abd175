package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.CASE;
import static casebook.command.casefile.CaseSamples.COMMAND;
import static casebook.command.casefile.CaseSamples.FIRST;
import static casebook.command.casefile.CaseSamples.NOTE;
import static casebook.command.casefile.CaseSamples.OPENED;
import static casebook.command.casefile.CaseSamples.OTHER;
import static casebook.command.casefile.CaseSamples.SECOND;
import static casebook.command.casefile.CaseSamples.STATION;
import static casebook.command.casefile.CaseSamples.illegal;
import static casebook.command.casefile.CaseSamples.in;
import static casebook.command.casefile.CaseSamples.incident;
import static casebook.command.casefile.CaseSamples.refused;
import static casebook.command.casefile.CaseSamples.with;
import static casebook.events.CaseState.CLOSED;
import static casebook.events.CaseState.MERGED;
import static casebook.events.CaseState.OPEN;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.PlaceHold;
import casebook.command.casefile.CaseCommand.ReleaseHold;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.events.Agency;
import casebook.events.CaseAbsorbed;
import casebook.events.CaseAction;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.IncidentLinked;
import casebook.events.IncidentStatus;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever may be asked of a case in every state, sealed and not; what is offered to a caller is what is not refused. */
class CaseMatrixTest {

    private static final List<String> OFFICERS = List.of("Officer");
    private static final ReferralId REFERRAL = new ReferralId(new UUID(0, 3));
    private static final SendReferral SEND = new SendReferral(CASE, REFERRAL, Agency.PROCURACY, "to prosecute", null);

    /** Where a merged case went, which went nowhere else. */
    private static final CaseDetails TARGET = CaseDetails.of(OPENED);

    private static final Set<CaseAction> ANY_WORK =
            Set.of(CaseAction.LINK, CaseAction.UNLINK, CaseAction.ASSIGN, CaseAction.NOTE, CaseAction.MERGE);
    private static final Set<CaseAction> AFTERWORK = Set.of(CaseAction.NOTE, CaseAction.MERGE);

    /** What may be asked, as the contract has it; seals, holds and transitions apart. */
    private static final Map<CaseState, Set<CaseAction>> ASKED = new EnumMap<>(CaseState.class);

    static {
        for (var state : CaseState.values()) {
            ASKED.put(state, AFTERWORK);
        }
        ASKED.put(OPEN, ANY_WORK);
        ASKED.put(UNDER_INVESTIGATION, and(ANY_WORK, CaseAction.REFER));
        ASKED.put(REFERRED, and(ANY_WORK, CaseAction.REFER));
        ASKED.put(MERGED, Set.of(CaseAction.UNMERGE));
    }

    static Stream<Arguments> everyAction() {
        return Arrays.stream(CaseState.values())
                .flatMap(state -> Stream.of(true, false)
                        .flatMap(isSealed -> Arrays.stream(CaseAction.values())
                                .map(action -> Arguments.of(state, isSealed, action))));
    }

    @ParameterizedTest(name = "{0}, sealed {1}: {2}")
    @MethodSource("everyAction")
    void aCaseTakesWhatItOffersAndRefusesTheRest(CaseState state, boolean isSealed, CaseAction action) {
        var taken = switch (action) {
            case SEAL -> !isSealed;
            case UNSEAL -> isSealed;
            case HOLD -> true;
            case RELEASE_HOLD -> false;
            default -> ASKED.get(state).contains(action);
        };
        var given = given(state, isSealed);
        assertThat(fold(given).allowedActions(true, TARGET).contains(action.code()))
                .isEqualTo(taken);
        assertThat(fold(given).allowedActions(false, TARGET).contains(action.code()))
                .isEqualTo(taken && !action.isForCommandAlone());
        if (action == CaseAction.MERGE || action == CaseAction.UNMERGE) {
            answersWithBothCases(given, action, taken ? null : illegal(state));
        } else {
            answers(given, command(action), taken ? null : refusal(action, state));
        }
    }

    static Stream<Arguments> everyTransition() {
        return Arrays.stream(CaseState.values())
                .flatMap(from -> Stream.of(true, false)
                        .flatMap(command ->
                                Arrays.stream(CaseState.values()).map(to -> Arguments.of(from, command, to))));
    }

    @ParameterizedTest(name = "{0}, by a command {1}: to {2}")
    @MethodSource("everyTransition")
    void aCaseMovesWhereItOffersToAndNowhereElse(CaseState from, boolean command, CaseState to) {
        var given = given(from, false);
        var move = new MoveCase(CASE, to, "a reason", null);
        var isForCommandAlone = from == CLOSED || to == CLOSED;
        var result =
                new AggregateTestFixture<>(CaseFile.class).given(given).when(move, with(command ? COMMAND : STATION));
        var taken = CaseSamples.ALLOWED.get(from).contains(to) && (command || !isForCommandAlone);
        if (taken) {
            result.expectEvents(move.event());
        } else if (!command && isForCommandAlone) {
            result.expectNoEvents().expectResultMessagePayload(refused(new Refusal.Forbidden()));
        } else {
            result.expectNoEvents().expectResultMessagePayload(illegal(from));
        }
        assertThat(fold(given).allowedActions(command, TARGET).contains("transition:" + to))
                .isEqualTo(taken);
    }

    static Stream<Arguments> everyAnswer() {
        return Stream.of(UNDER_INVESTIGATION, REFERRED, CaseState.SANCTIONED, CLOSED, MERGED)
                .flatMap(state -> Arrays.stream(ReferralStatus.values())
                        .flatMap(status -> Arrays.stream(ReferralOutcome.values())
                                .map(outcome -> Arguments.of(state, status, outcome))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("everyAnswer")
    void aReferralIsAnsweredWhileItIsOpenWhateverBecameOfTheCase(
            CaseState state, ReferralStatus status, ReferralOutcome outcome) {
        var given = new ArrayList<>(given(UNDER_INVESTIGATION, false));
        given.add(SEND.event());
        if (status != ReferralStatus.SENT) {
            given.add(answer(ReferralOutcome.valueOf(status.name())).event());
        }
        given.add(
                state == MERGED
                        ? new CaseMerged(CASE, OTHER, "the same load")
                        : new CaseMoved(CASE, state, null, null));
        var isOpen = status == ReferralStatus.SENT || status == ReferralStatus.ACCEPTED;
        answers(
                given,
                answer(outcome),
                isOpen ? null : refused(new Refusal.IllegalTransition(status.name(), List.of())));
        if (isOpen) {
            given.add(answer(outcome).event());
            var declined = outcome == ReferralOutcome.DECLINED && state == REFERRED;
            assertThat(fold(given).state()).isEqualTo(declined ? UNDER_INVESTIGATION : state);
        }
    }

    private static void answers(List<CaseEvent> given, CaseCommand command, @Nullable Outcome refusal) {
        var result = new AggregateTestFixture<>(CaseFile.class).given(given).when(command, with(COMMAND));
        if (refusal == null) {
            result.expectEvents(command.event());
        } else {
            result.expectNoEvents().expectResultMessagePayload(refusal);
        }
    }

    /** A fixture has one aggregate; a merger concerns two. */
    private static void answersWithBothCases(List<CaseEvent> given, CaseAction action, @Nullable Outcome refusal) {
        var rig = new CaseRig();
        rig.given(CASE, given);
        rig.given(OTHER, List.of(new CaseOpened(OTHER, "Coffee", List.of(FIRST), null)));
        var merger = fold(given).merger();
        if (merger != null) {
            rig.given(OTHER, List.of(new CaseAbsorbed(OTHER, CASE, List.of(FIRST, SECOND))));
        }
        var merge = new MergeCase(CASE, OTHER, "the same load");
        var unmerge = new UnmergeCase(CASE, merger == null ? null : merger.into(), "another load");
        var outcome = rig.give(action == CaseAction.MERGE ? merge : unmerge, COMMAND);
        if (refusal == null) {
            assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        } else {
            assertThat(outcome).isEqualTo(refusal);
        }
    }

    private static Outcome refusal(CaseAction action, CaseState state) {
        return switch (action) {
            case SEAL -> refused(new Refusal.Conflict("sealed"));
            case UNSEAL -> refused(new Refusal.Conflict("not-sealed"));
            case RELEASE_HOLD -> refused(new Refusal.Conflict("not-on-hold"));
            default -> illegal(state);
        };
    }

    private static CaseCommand command(CaseAction action) {
        return switch (action) {
            case LINK -> new LinkIncident(CASE, incident(3, "VN-09-CHI-MA", "VN-09"), IncidentStatus.FILED);
            case UNLINK -> new UnlinkIncident(CASE, SECOND.incident());
            case ASSIGN -> new AssignCase(CASE, "Captain Lê");
            case NOTE -> new AddNote(CASE, NOTE, "…");
            case REFER -> SEND;
            case SEAL -> new SealCase(CASE, "an informer", OFFICERS);
            case UNSEAL -> new UnsealCase(CASE, null);
            case HOLD -> new PlaceHold(CASE, "an appeal is pending");
            case RELEASE_HOLD -> new ReleaseHold(CASE, "the appeal was decided");
            case MERGE, UNMERGE -> throw new IllegalArgumentException("concerns two cases");
        };
    }

    private static AnswerReferral answer(ReferralOutcome outcome) {
        return new AnswerReferral(CASE, REFERRAL, outcome, "by telephone");
    }

    /** A case over two incidents. */
    private static List<CaseEvent> given(CaseState state, boolean isSealed) {
        var events = new ArrayList<CaseEvent>(List.of(OPENED, new IncidentLinked(CASE, SECOND)));
        events.addAll(in(state).subList(1, in(state).size()));
        if (isSealed) {
            events.add(new CaseSealed(CASE, "an informer", OFFICERS));
        }
        return events;
    }

    private static CaseDetails fold(List<CaseEvent> given) {
        var details = CaseDetails.of(OPENED);
        for (var event : given.subList(1, given.size())) {
            details = details.after(event);
        }
        return details;
    }

    private static Set<CaseAction> and(Set<CaseAction> actions, CaseAction further) {
        return Stream.concat(actions.stream(), Stream.of(further)).collect(Collectors.toSet());
    }
}
