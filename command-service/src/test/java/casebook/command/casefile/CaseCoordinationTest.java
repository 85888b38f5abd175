package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.CASE;
import static casebook.command.casefile.CaseSamples.COMMAND;
import static casebook.command.casefile.CaseSamples.NOTE;
import static casebook.command.casefile.CaseSamples.OPENED;
import static casebook.command.casefile.CaseSamples.OTHER_COMMAND;
import static casebook.command.casefile.CaseSamples.OTHER_STATION;
import static casebook.command.casefile.CaseSamples.SECOND;
import static casebook.command.casefile.CaseSamples.STATION;
import static casebook.command.casefile.CaseSamples.illegal;
import static casebook.command.casefile.CaseSamples.in;
import static casebook.command.casefile.CaseSamples.refused;
import static casebook.command.casefile.CaseSamples.requested;
import static casebook.command.casefile.CaseSamples.standing;
import static casebook.command.casefile.CaseSamples.version;
import static casebook.command.casefile.CaseSamples.with;
import static casebook.events.CaseState.PROSECUTED;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.RecordMissedDeadline;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.events.Agency;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.Closure;
import casebook.events.DeadlineKind;
import casebook.events.IncidentLinked;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseCoordinationTest {

    private static final ReferralId REFERRAL = new ReferralId(new UUID(0, 3));
    private static final ReferralId FURTHER = new ReferralId(new UUID(0, 4));
    private static final Instant DUE = Instant.parse("2026-03-20T10:00:00Z");
    private static final SendReferral SEND = new SendReferral(CASE, REFERRAL, Agency.PROCURACY, "to prosecute", DUE);
    private static final SealCase SEAL = new SealCase(CASE, "an informer", List.of("Officer", "Major Lê"));
    private static final CaseSealed SEALED_FOR_OTHERS = new CaseSealed(CASE, "an informer", List.of("Major Lê"));

    private static final CaseId OTHER_CASE = new CaseId(new UUID(0, 99));
    private static final Terms SERVICE = Terms.ofService("deadlines");

    private final AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);

    @ParameterizedTest
    @EnumSource
    void aCaseIsReferredFromInvestigationOrOnceMore(CaseState state) {
        var result = fixture.given(in(state)).when(SEND, with(STATION));
        if (state == UNDER_INVESTIGATION || state == REFERRED) {
            result.expectEvents(SEND.event())
                    .expectResultMessagePayload(new Outcome.Recorded(standing(REFERRED, version(state) + 1)));
        } else {
            result.expectNoEvents().expectResultMessagePayload(illegal(state));
        }
    }

    static Stream<Arguments> everyAnswer() {
        return Arrays.stream(ReferralStatus.values())
                .flatMap(status ->
                        Arrays.stream(ReferralOutcome.values()).map(outcome -> Arguments.of(status, outcome)));
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void aReferralIsAnsweredUntilItIsDeclinedOrCompleted(ReferralStatus status, ReferralOutcome outcome) {
        var answer = answer(REFERRAL, outcome);
        var result = fixture.given(referredAnd(status)).when(answer, with(STATION));
        if (status == ReferralStatus.SENT || status == ReferralStatus.ACCEPTED) {
            result.expectEvents(answer.event());
        } else {
            result.expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.IllegalTransition(status.name(), List.of())));
        }
    }

    @Test
    void aDeclineBringsTheCaseBackWhenNoOtherReferralIsOpen() {
        fixture.given(referredAnd(ReferralStatus.SENT))
                .when(answer(REFERRAL, ReferralOutcome.DECLINED), with(STATION))
                .expectResultMessagePayload(new Outcome.Recorded(standing(UNDER_INVESTIGATION, 4)));
    }

    @Test
    void aDeclineLeavesTheCaseReferredWhileAnotherReferralIsOpen() {
        var given = new ArrayList<>(referredAnd(ReferralStatus.ACCEPTED));
        given.add(new SendReferral(CASE, FURTHER, Agency.CUSTOMS, "to look", null).event());
        fixture.given(given)
                .when(answer(FURTHER, ReferralOutcome.DECLINED), with(STATION))
                .expectResultMessagePayload(new Outcome.Recorded(standing(REFERRED, 6)));
    }

    @Test
    void anAcceptanceAndACompletionLeaveTheCaseReferred() {
        for (var outcome : List.of(ReferralOutcome.ACCEPTED, ReferralOutcome.COMPLETED)) {
            new AggregateTestFixture<>(CaseFile.class)
                    .given(referredAnd(ReferralStatus.SENT))
                    .when(answer(REFERRAL, outcome), with(STATION))
                    .expectResultMessagePayload(new Outcome.Recorded(standing(REFERRED, 4)));
        }
    }

    @Test
    void aLateAnswerIsRecordedThoughTheCaseWentOn() {
        var given = new ArrayList<>(referredAnd(ReferralStatus.SENT));
        given.add(new CaseMoved(CASE, PROSECUTED, null, null));
        fixture.given(given)
                .when(answer(REFERRAL, ReferralOutcome.DECLINED), with(STATION))
                .expectResultMessagePayload(new Outcome.Recorded(standing(PROSECUTED, 5)));
    }

    @Test
    void aReferralThatWasNotSentHasNoOutcome() {
        fixture.given(in(REFERRED))
                .when(answer(REFERRAL, ReferralOutcome.ACCEPTED), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void aReferralIsRecognisedByItsIdAfterItWasDeclined() {
        fixture.given(
                        OPENED,
                        new CaseMoved(CASE, UNDER_INVESTIGATION, null, null),
                        requested(SEND.event(), REFERRAL.value()),
                        new ReferralAnswered(CASE, REFERRAL, ReferralOutcome.DECLINED, null))
                .when(SEND, with(new Terms(STATION.caller(), REFERRAL.value(), Set.of("\"2\""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(REFERRED, 3)));
    }

    @Test
    void twoReferralsHaveNotOneId() {
        fixture.given(referredAnd(ReferralStatus.SENT))
                .when(SEND, with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.IdReused()));
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsSealedInEveryState(CaseState state) {
        fixture.given(in(state)).when(SEAL, with(COMMAND)).expectEvents(SEAL.event());
    }

    @Test
    void aSealedCaseIsThereForItsOfficersAlone() {
        var note = new AddNote(CASE, NOTE, "…");
        fixture.given(OPENED, SEAL.event()).when(note, with(STATION)).expectEvents(note.event());
        for (var outsider : List.of(STATION, COMMAND)) {
            new AggregateTestFixture<>(CaseFile.class)
                    .given(OPENED, SEALED_FOR_OTHERS)
                    .when(note, with(outsider))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.Unknown()));
        }
    }

    @Test
    void anOfficerWhoIsNamedStillNeedsTheScope() {
        fixture.given(OPENED, SEAL.event())
                .when(new AddNote(CASE, NOTE, "…"), with(OTHER_STATION))
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void aSealThatDoesNotNameWhoPutItOnCanStillBeTakenOff() {
        var unseal = new UnsealCase(CASE, null);
        var own = new GenericEventMessage<>(
                SEALED_FOR_OTHERS, Map.of("actor", COMMAND.caller().name()));
        fixture.given(OPENED, own).when(unseal, with(COMMAND)).expectEvents(unseal.event());
        new AggregateTestFixture<>(CaseFile.class)
                .given(OPENED, own)
                .when(SEAL, with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("sealed")));
    }

    @Test
    void anothersSealIsNotThereForACommandThatItDoesNotName() {
        var another = new GenericEventMessage<>(SEALED_FOR_OTHERS, Map.of("actor", "Major Lê"));
        for (var command : List.of(SEAL, new UnsealCase(CASE, null))) {
            for (var caller : List.of(COMMAND, OTHER_COMMAND)) {
                new AggregateTestFixture<>(CaseFile.class)
                        .given(OPENED, another)
                        .when(command, with(caller))
                        .expectNoEvents()
                        .expectResultMessagePayload(refused(new Refusal.Unknown()));
            }
        }
    }

    @Test
    void aSealingIsRecognisedThoughTheSealDoesNotNameItsCommand() {
        var request = UUID.randomUUID();
        var seal = new SealCase(CASE, "an informer", List.of("Major Lê"));
        fixture.given(
                        OPENED,
                        new GenericEventMessage<>(
                                seal.event(),
                                Map.of(
                                        "request",
                                        request.toString(),
                                        "actor",
                                        COMMAND.caller().name())))
                .when(seal, with(COMMAND.with(request)))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(CaseState.OPEN, 2)));
    }

    @Test
    void aCaseIsSealedOnceAndUnsealedOnce() {
        fixture.given(OPENED, SEAL.event())
                .when(SEAL, with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("sealed")));
        new AggregateTestFixture<>(CaseFile.class)
                .given(OPENED)
                .when(new UnsealCase(CASE, null), with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("not-sealed")));
    }

    @Test
    void aMissedAnswerIsRecordedOnce() {
        var missed = missed(DeadlineKind.REFERRAL_ANSWER, REFERRAL);
        var given = new ArrayList<>(referredAnd(ReferralStatus.SENT));
        fixture.given(given).when(missed, with(SERVICE)).expectEvents(missed.event());
        given.add(missed.event());
        new AggregateTestFixture<>(CaseFile.class)
                .given(given)
                .when(missed, with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Unchanged(standing(REFERRED, 4)));
    }

    @Test
    void anAnswerThatCameIsNotMissed() {
        fixture.given(referredAnd(ReferralStatus.ACCEPTED))
                .when(missed(DeadlineKind.REFERRAL_ANSWER, REFERRAL), with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsMissedWhileWorkGoesOn(CaseState state) {
        var missed = missed(DeadlineKind.RESOLUTION, null);
        var result = fixture.given(in(state)).when(missed, with(SERVICE));
        if (state.isActive()) {
            result.expectEvents(missed.event());
        } else {
            result.expectNoEvents().expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
        }
    }

    @Test
    void aCaseThatIsTakenUpAgainCanMissItsResolutionAgain() {
        var missed = missed(DeadlineKind.RESOLUTION, null);
        var dismissed = new CaseMoved(CASE, CaseState.DISMISSED, null, Closure.UNFOUNDED);
        var closed = new CaseMoved(CASE, CaseState.CLOSED, null, null);
        fixture.given(
                        OPENED,
                        new CaseMoved(CASE, UNDER_INVESTIGATION, null, null),
                        missed.event(),
                        dismissed,
                        closed,
                        new CaseMoved(CASE, UNDER_INVESTIGATION, "a witness", null))
                .when(missed, with(SERVICE))
                .expectEvents(missed.event());
    }

    /** As a follower asks that began anew, or is far behind: the first clock's time is long over. */
    @Test
    void aClockThatRanBeforeTheCaseWasTakenUpAgainIsNoLongerMissed() {
        var reopened = List.<CaseEvent>of(
                OPENED,
                new CaseMoved(CASE, UNDER_INVESTIGATION, null, null),
                new CaseMoved(CASE, CaseState.DISMISSED, null, Closure.UNFOUNDED),
                new CaseMoved(CASE, CaseState.CLOSED, null, null),
                new CaseMoved(CASE, UNDER_INVESTIGATION, "a witness", null));
        assertOnlyClock(4, DeadlineKind.RESOLUTION, null, reopened);
        var unmerged = List.<CaseEvent>of(
                OPENED, new CaseMerged(CASE, OTHER_CASE, "the same tank"), new CaseUnmerged(CASE, "another tank"));
        assertOnlyClock(2, DeadlineKind.RESOLUTION, null, unmerged);
        assertOnlyClock(2, DeadlineKind.REFERRAL_ANSWER, REFERRAL, referredAnd(ReferralStatus.SENT));
    }

    private static void assertOnlyClock(
            long current, DeadlineKind kind, @Nullable ReferralId referral, List<CaseEvent> given) {
        for (long clock = 0; clock < given.size(); clock++) {
            var missed = missed(kind, referral, clock);
            var result = new AggregateTestFixture<>(CaseFile.class).given(given).when(missed, with(SERVICE));
            if (clock == current) {
                result.expectEvents(missed.event());
            } else {
                result.expectNoEvents().expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST_REPORT", "FOLLOW_UP", "ACCEPTANCE", "CUSTODY_TRANSFER", "LAB_RESULT"})
    void aCaseMissesNoDeadlineThatIsAnothers(DeadlineKind kind) {
        fixture.given(OPENED)
                .when(missed(kind, null), with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
    }

    @Test
    void aDeadlineIsMissedInASealedCaseToo() {
        var missed = missed(DeadlineKind.RESOLUTION, null);
        fixture.given(OPENED, SEALED_FOR_OTHERS).when(missed, with(SERVICE)).expectEvents(missed.event());
    }

    @Test
    void outOfScopeThereIsNeitherReferralNorSeal() {
        for (var command : List.of(SEND, answer(REFERRAL, ReferralOutcome.ACCEPTED), SEAL)) {
            new AggregateTestFixture<>(CaseFile.class)
                    .given(referredAnd(ReferralStatus.SENT))
                    .when(command, with(OTHER_COMMAND))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.Unknown()));
        }
    }

    @Test
    void aSealedCaseOfTwoStationsIsThereForTheOfficersOfBoth() {
        var note = new AddNote(CASE, NOTE, "…");
        fixture.given(OPENED, new IncidentLinked(CASE, SECOND), SEAL.event())
                .when(note, with(OTHER_STATION))
                .expectEvents(note.event());
    }

    private static AnswerReferral answer(ReferralId referral, ReferralOutcome outcome) {
        return new AnswerReferral(CASE, referral, outcome, "by telephone");
    }

    private static RecordMissedDeadline missed(DeadlineKind kind, @Nullable ReferralId referral) {
        return missed(kind, referral, null);
    }

    private static RecordMissedDeadline missed(DeadlineKind kind, @Nullable ReferralId referral, @Nullable Long clock) {
        return new RecordMissedDeadline(
                CASE, new CaseDeadlineMissed(CASE, kind, DUE, DUE.plusSeconds(12), referral, clock));
    }

    /** A case over the first incident, referred once, with the referral in this status. */
    private static List<CaseEvent> referredAnd(ReferralStatus status) {
        var events = new ArrayList<CaseEvent>(
                List.of(OPENED, new CaseMoved(CASE, UNDER_INVESTIGATION, null, null), SEND.event()));
        if (status != ReferralStatus.SENT) {
            events.add(answer(REFERRAL, ReferralOutcome.valueOf(status.name())).event());
        }
        return events;
    }
}
