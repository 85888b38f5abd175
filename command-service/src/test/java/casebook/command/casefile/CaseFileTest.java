package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.ALLOWED;
import static casebook.command.casefile.CaseSamples.CASE;
import static casebook.command.casefile.CaseSamples.COMMAND;
import static casebook.command.casefile.CaseSamples.FIRST;
import static casebook.command.casefile.CaseSamples.NOTE;
import static casebook.command.casefile.CaseSamples.OPENED;
import static casebook.command.casefile.CaseSamples.OTHER_COMMAND;
import static casebook.command.casefile.CaseSamples.OTHER_STATION;
import static casebook.command.casefile.CaseSamples.SECOND;
import static casebook.command.casefile.CaseSamples.STATION;
import static casebook.command.casefile.CaseSamples.illegal;
import static casebook.command.casefile.CaseSamples.in;
import static casebook.command.casefile.CaseSamples.longNotes;
import static casebook.command.casefile.CaseSamples.refused;
import static casebook.command.casefile.CaseSamples.requested;
import static casebook.command.casefile.CaseSamples.standing;
import static casebook.command.casefile.CaseSamples.version;
import static casebook.command.casefile.CaseSamples.with;
import static casebook.events.CaseState.CLOSED;
import static casebook.events.CaseState.MERGED;
import static casebook.events.CaseState.OPEN;
import static casebook.events.CaseState.REFERRED;
import static casebook.events.CaseState.SANCTIONED;
import static casebook.events.CaseState.UNDER_INVESTIGATION;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Terms;
import casebook.events.CaseAssigned;
import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.IncidentLinked;
import casebook.events.IncidentStatus;
import casebook.events.IncidentUnlinked;
import casebook.events.NoteAdded;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFileTest {

    private final AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);

    static Stream<Arguments> everyTransition() {
        return Arrays.stream(CaseState.values())
                .flatMap(from -> Arrays.stream(CaseState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyTransition")
    void aCaseMovesWhereTheContractLetsItAndNowhereElse(CaseState from, CaseState to) {
        var move = new MoveCase(CASE, to, "a reason", null);
        var result = fixture.given(in(from)).when(move, with(COMMAND));
        if (ALLOWED.get(from).contains(to)) {
            result.expectEvents(move.event())
                    .expectResultMessagePayload(new Outcome.Recorded(standing(to, version(from) + 1)));
        } else {
            result.expectNoEvents().expectResultMessagePayload(illegal(from));
        }
    }

    @Test
    void aReopeningNeedsAReason() {
        fixture.given(in(CLOSED))
                .when(new MoveCase(CASE, UNDER_INVESTIGATION, null, null), with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Invalid("/reason", "required")));
    }

    @Test
    void aStationReopensNothing() {
        fixture.given(in(CLOSED))
                .when(new MoveCase(CASE, UNDER_INVESTIGATION, "a witness", null), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Forbidden()));
    }

    @Test
    void whoMayNotSeeACaseDoesNotLearnThatItIsClosed() {
        fixture.given(in(CLOSED))
                .when(new MoveCase(CASE, UNDER_INVESTIGATION, "a witness", null), with(OTHER_STATION))
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void aCommandOfAnotherProvinceMayNotSeeTheCase() {
        for (var command : List.of(
                new AssignCase(CASE, "A"),
                new AddNote(CASE, NOTE, "…"),
                new LinkIncident(CASE, SECOND, IncidentStatus.FILED))) {
            new AggregateTestFixture<>(CaseFile.class)
                    .given(OPENED)
                    .when(command, with(OTHER_COMMAND))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.Unknown()));
        }
    }

    @Test
    void aCaseIsSeenByTheStationsOfAllItsIncidents() {
        fixture.given(OPENED, new IncidentLinked(CASE, SECOND))
                .when(new AddNote(CASE, NOTE, "…"), with(OTHER_STATION))
                .expectEvents(new NoteAdded(CASE, NOTE, "…"));
    }

    @Test
    void aStationWhoseIncidentWasTakenOutSeesTheCaseNoMore() {
        fixture.given(OPENED, new IncidentLinked(CASE, SECOND), new IncidentUnlinked(CASE, SECOND.incident()))
                .when(new AddNote(CASE, NOTE, "…"), with(OTHER_STATION))
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void theLastIncidentStays() {
        fixture.given(OPENED)
                .when(new UnlinkIncident(CASE, FIRST.incident()), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("last-incident")));
    }

    @Test
    void anIncidentIsTakenOutWhileAnotherStays() {
        fixture.given(OPENED, new IncidentLinked(CASE, SECOND))
                .when(new UnlinkIncident(CASE, FIRST.incident()), with(COMMAND))
                .expectEvents(new IncidentUnlinked(CASE, FIRST.incident()));
    }

    @Test
    void anIncidentThatIsNotInTheCaseCannotBeTakenOut() {
        fixture.given(OPENED)
                .when(new UnlinkIncident(CASE, SECOND.incident()), with(COMMAND))
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void anIncidentIsLinkedOnce() {
        fixture.given(OPENED)
                .when(new LinkIncident(CASE, FIRST, IncidentStatus.VOIDED), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Unchanged(standing(OPEN, 1)));
    }

    @Test
    void aVoidedIncidentIsNotLinked() {
        fixture.given(OPENED)
                .when(new LinkIncident(CASE, SECOND, IncidentStatus.VOIDED), with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Invalid("/incident", "voided-incident")));
    }

    @Test
    void theLeadIsAssignedOnce() {
        fixture.given(OPENED, new CaseAssigned(CASE, "A"))
                .when(new AssignCase(CASE, "A"), with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Unchanged(standing(OPEN, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void workIsDoneOnACaseUntilItIsDecided(CaseState state) {
        var goesOn = Set.of(OPEN, UNDER_INVESTIGATION, REFERRED).contains(state);
        for (var work :
                List.of(new LinkIncident(CASE, SECOND, IncidentStatus.FILED), new AssignCase(CASE, "Captain Lê"))) {
            var result =
                    new AggregateTestFixture<>(CaseFile.class).given(in(state)).when(work, with(COMMAND));
            if (goesOn) {
                result.expectEvents(work.event());
            } else {
                result.expectNoEvents().expectResultMessagePayload(illegal(state));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void notesAreTakenUntilACaseIsMerged(CaseState state) {
        var note = new AddNote(CASE, NOTE, "…");
        var result = fixture.given(in(state)).when(note, with(STATION));
        if (state == MERGED) {
            result.expectNoEvents().expectResultMessagePayload(illegal(state));
        } else {
            result.expectEvents(note.event());
        }
    }

    @Test
    void whatWasAskedForUnderAnIdIsRecognisedBeforeVersionAndState() {
        var request = UUID.randomUUID();
        var asked = new MoveCase(CASE, UNDER_INVESTIGATION, null, null);
        fixture.given(
                        OPENED,
                        requested(asked.event(), request),
                        new CaseMoved(CASE, SANCTIONED, null, null),
                        new CaseMoved(CASE, CLOSED, null, null))
                .when(asked, with(new Terms(STATION.caller(), request, Set.of("\"1\""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(UNDER_INVESTIGATION, 2)));
    }

    @Test
    void anIdThatStandsForSomethingElseIsRefused() {
        var request = UUID.randomUUID();
        fixture.given(OPENED, requested(new NoteAdded(CASE, NOTE, "…"), request))
                .when(new MoveCase(CASE, UNDER_INVESTIGATION, null, null), with(STATION.with(request)))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.IdReused()));
    }

    @Test
    void aWriteOnAnotherVersionIsRefused() {
        fixture.given(OPENED)
                .when(new AddNote(CASE, NOTE, "…"), with(new Terms(STATION.caller(), null, Set.of("\"2\""))))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.VersionMismatch(1)));
    }

    @Test
    void aCaseIsOpenedAndItsOpeningRecognised() {
        var opening = new OpenCase(CASE, "Tea", List.of(FIRST), "Captain Hoàng");
        fixture.givenNoPriorActivity()
                .when(opening, with(STATION))
                .expectEvents(OPENED)
                .expectResultMessagePayload(new Outcome.Recorded(standing(OPEN, 1)));
        new AggregateTestFixture<>(CaseFile.class)
                .given(in(REFERRED))
                .when(new RecogniseOpening(CASE, opening), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(OPEN, 1)));
        new AggregateTestFixture<>(CaseFile.class)
                .given(OPENED)
                .when(new RecogniseOpening(CASE, new OpenCase(CASE, "Coffee", List.of(FIRST), null)), with(STATION))
                .expectResultMessagePayload(refused(new Refusal.IdReused()));
    }

    @Test
    void aFullCaseTakesNoMoreOfStationsButCanBeBroughtToItsEnd() {
        var events = Stream.concat(in(SANCTIONED).stream(), longNotes(CASE)).toList();
        var note = new AddNote(CASE, NOTE, "one more");
        fixture.given(events)
                .when(note, with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("case-full")));
        var end = new MoveCase(CASE, CLOSED, null, null);
        new AggregateTestFixture<>(CaseFile.class)
                .given(events)
                .when(end, with(COMMAND))
                .expectEvents(end.event());
    }
}
