package casebook.command.incident;

import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentCommand.ConcludeSubject;
import casebook.command.incident.IncidentCommand.RecordLabResult;
import casebook.command.incident.IncidentCommand.RecordMissedDeadline;
import casebook.command.incident.IncidentCommand.ReferVictim;
import casebook.command.incident.IncidentCommand.RequestLab;
import casebook.command.incident.IncidentCommand.SupportVictim;
import casebook.events.Category;
import casebook.events.DeadlineKind;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentStatus;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.Percentage;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.SubjectRole;
import casebook.events.Support;
import casebook.events.Unit;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import casebook.http.Caller;
import casebook.http.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentCourseTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");
    private static final SeizureId HEROIN = new SeizureId(new UUID(2, 1));
    private static final SeizureId UNLISTED = new SeizureId(new UUID(2, 9));
    private static final Instant DUE = Instant.parse("2026-03-20T10:00:00Z");
    private static final IncidentFiled REPORT = new IncidentFiled(
            INCIDENT, new StationCode("VN-09-TAN-THANH"), PROVINCE, "VN-09-TAN-THANH-2020-000001", details());

    private static final Terms STATION = station("VN-09-TAN-THANH");
    private static final IncidentChanges CORRECTED = new IncidentChanges(
            null, null, null, null, null, null, null, "corrected", null, null, null, null, null, null, null, List.of());
    private static final Terms SERVICE = Terms.ofService("deadlines");

    private static final IncidentCommand SANCTION = conclude(SubjectRole.SUSPECT, SubjectOutcome.SANCTIONED);
    private static final IncidentCommand LAB =
            new RequestLab(INCIDENT, new LabRequested(INCIDENT, HEROIN, "Institute", DUE));
    private static final IncidentCommand LAB_RESULT = result(HEROIN, Item.METHAMPHETAMINE);
    private static final List<IncidentCommand> COURSE =
            List.of(SANCTION, support(SubjectRole.VICTIM), refer(SubjectRole.VICTIM), LAB, LAB_RESULT);

    private final AggregateTestFixture<Incident> fixture = new AggregateTestFixture<>(Incident.class);

    static Stream<Arguments> everyStep() {
        return Arrays.stream(IncidentStatus.values())
                .flatMap(status -> COURSE.stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void anIncidentGoesOnUntilItIsVoided(IncidentStatus status, IncidentCommand command) {
        var given = in(status);
        var result = fixture.given(given).when(command, with(STATION));
        if (status == IncidentStatus.VOIDED) {
            result.expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.IllegalTransition("VOIDED", List.of())));
        } else {
            result.expectEvents(command.event())
                    .expectResultMessagePayload(new Outcome.Recorded(standing(status, given.size() + 1)));
        }
    }

    static List<IncidentCommand> course() {
        return COURSE;
    }

    @ParameterizedTest
    @MethodSource("course")
    void outOfScopeNothingGoesOn(IncidentCommand command) {
        fixture.given(REPORT)
                .when(command, with(station("VN-09-CHI-MA")))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @ParameterizedTest
    @MethodSource("course")
    void whatWasRecordedUnderAnIdIsRecognised(IncidentCommand command) {
        var request = UUID.randomUUID();
        fixture.given(
                        REPORT,
                        new GenericEventMessage<>(command.event(), Map.of("request", request.toString())),
                        new IncidentVoided(INCIDENT, "a drill", null))
                .when(command, with(new Terms(STATION.caller(), request, Set.of("\"1\""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(IncidentStatus.FILED, 2)));
    }

    @Test
    void aFullIncidentTakesNoMoreOfStationsButMissedDeadlines() {
        var reports = IntStream.range(0, 80).mapToObj(_ -> new LabRequested(INCIDENT, HEROIN, "x".repeat(60_000), DUE));
        var full = Stream.concat(Stream.of(REPORT), reports).toList();
        fixture.given(full)
                .when(SANCTION, with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("incident-full")));
        var missed = missed(DeadlineKind.ACCEPTANCE, null, 0L);
        new AggregateTestFixture<>(Incident.class)
                .given(full)
                .when(missed, with(SERVICE))
                .expectEvents(missed.event());
    }

    @Test
    void nobodyUnlistedHasAnOutcome() {
        var unlisted = new SubjectId(new UUID(3, 99));
        fixture.given(REPORT)
                .when(
                        new ConcludeSubject(
                                INCIDENT,
                                new SubjectOutcomeRecorded(INCIDENT, unlisted, SubjectOutcome.RELEASED, null, null)),
                        with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void whatIsUnlistedIsNotAnalysed() {
        for (var command : List.of(
                new RequestLab(INCIDENT, new LabRequested(INCIDENT, UNLISTED, null, null)),
                result(UNLISTED, Item.HEROIN))) {
            new AggregateTestFixture<>(Incident.class)
                    .given(REPORT)
                    .when(command, with(STATION))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(new Refusal.Unknown()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void supportIsForVictimsAndSmuggledMigrants(SubjectRole role) {
        for (var command : List.of(support(role), refer(role))) {
            var result =
                    new AggregateTestFixture<>(Incident.class).given(REPORT).when(command, with(STATION));
            if (Set.of(SubjectRole.VICTIM, SubjectRole.RESCUED, SubjectRole.SMUGGLED_MIGRANT)
                    .contains(role)) {
                result.expectEvents(command.event());
            } else {
                result.expectNoEvents().expectResultMessagePayload(refused(new Refusal.Conflict("not-a-victim")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanHaveEveryOutcome(SubjectRole role) {
        for (var outcome : SubjectOutcome.values()) {
            var command = conclude(role, outcome);
            new AggregateTestFixture<>(Incident.class)
                    .given(REPORT)
                    .when(command, with(STATION))
                    .expectEvents(command.event());
        }
    }

    @Test
    void aLaboratoryFindsWhatTheUnitAllows() {
        fixture.given(REPORT)
                .when(result(HEROIN, Item.FIREARM), with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Invalid("/item", "impossible-item")));
    }

    @Test
    void aMissedDeadlineIsRecordedOnce() {
        for (var missed : List.of(
                missed(DeadlineKind.FIRST_REPORT, null),
                missed(DeadlineKind.FOLLOW_UP, null),
                missed(DeadlineKind.ACCEPTANCE, null))) {
            new AggregateTestFixture<>(Incident.class)
                    .given(REPORT)
                    .when(missed, with(SERVICE))
                    .expectEvents(missed.event());
            new AggregateTestFixture<>(Incident.class)
                    .given(REPORT, missed.event())
                    .when(missed, with(SERVICE))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Outcome.Unchanged(standing(IncidentStatus.FILED, 2)));
        }
    }

    @Test
    void whatWasDoneInTimeIsNotMissed() {
        var met = Map.of(
                missed(DeadlineKind.FOLLOW_UP, null),
                SANCTION.event(),
                missed(DeadlineKind.ACCEPTANCE, null),
                new IncidentReturned(INCIDENT, "no marker"),
                missed(DeadlineKind.FIRST_REPORT, null),
                new IncidentVoided(INCIDENT, "a drill", null),
                missed(DeadlineKind.LAB_RESULT, HEROIN),
                LAB_RESULT.event());
        met.forEach((missed, event) -> new AggregateTestFixture<>(Incident.class)
                .given(REPORT, LAB.event(), event)
                .when(missed, with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met"))));
    }

    @Test
    void aLaboratoryThatWasAskedMissesItsDeadline() {
        var missed = missed(DeadlineKind.LAB_RESULT, HEROIN);
        fixture.given(REPORT, LAB.event()).when(missed, with(SERVICE)).expectEvents(missed.event());
        new AggregateTestFixture<>(Incident.class)
                .given(REPORT)
                .when(missed, with(SERVICE))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
    }

    /** As a follower asks that began anew, or is far behind: the first clock's time is long over. */
    @Test
    void aClockThatRanBeforeSomethingWasOwedOnceMoreIsNoLongerMissed() {
        assertOnlyClock(
                3, DeadlineKind.LAB_RESULT, HEROIN, List.of(REPORT, LAB.event(), LAB_RESULT.event(), LAB.event()));
        var returned = new IncidentReturned(INCIDENT, "no marker");
        var corrected = new IncidentAmended(INCIDENT, "corrected", CORRECTED);
        assertOnlyClock(2, DeadlineKind.ACCEPTANCE, null, List.of(REPORT, returned, corrected, corrected));
        assertOnlyClock(0, DeadlineKind.ACCEPTANCE, null, List.of(REPORT, corrected));
    }

    private static void assertOnlyClock(
            long current, DeadlineKind kind, @Nullable SeizureId seizure, List<IncidentEvent> given) {
        for (long clock = 0; clock < given.size(); clock++) {
            var missed = missed(kind, seizure, clock);
            var result = new AggregateTestFixture<>(Incident.class).given(given).when(missed, with(SERVICE));
            if (clock == current) {
                result.expectEvents(missed.event());
            } else {
                result.expectNoEvents().expectResultMessagePayload(refused(new Refusal.Conflict("deadline-met")));
            }
        }
    }

    @Test
    void whatIsOwedOnceMoreCanBeMissedAgain() {
        var laboratory = missed(DeadlineKind.LAB_RESULT, HEROIN);
        fixture.given(REPORT, LAB.event(), laboratory.event(), LAB_RESULT.event(), LAB.event())
                .when(laboratory, with(SERVICE))
                .expectEvents(laboratory.event());
        var acceptance = missed(DeadlineKind.ACCEPTANCE, null);
        new AggregateTestFixture<>(Incident.class)
                .given(
                        REPORT,
                        acceptance.event(),
                        new IncidentReturned(INCIDENT, "no marker"),
                        new IncidentAmended(INCIDENT, "corrected", CORRECTED))
                .when(acceptance, with(SERVICE))
                .expectEvents(acceptance.event());
    }

    private static RecordMissedDeadline missed(DeadlineKind kind, @Nullable SeizureId seizure) {
        return missed(kind, seizure, null);
    }

    private static RecordMissedDeadline missed(DeadlineKind kind, @Nullable SeizureId seizure, @Nullable Long clock) {
        return new RecordMissedDeadline(
                INCIDENT, new IncidentDeadlineMissed(INCIDENT, kind, DUE, DUE.plusSeconds(9), seizure, clock));
    }

    private static IncidentCommand conclude(SubjectRole role, SubjectOutcome outcome) {
        return new ConcludeSubject(INCIDENT, new SubjectOutcomeRecorded(INCIDENT, person(role), outcome, null, null));
    }

    private static IncidentCommand support(SubjectRole role) {
        return new SupportVictim(INCIDENT, new VictimSupported(INCIDENT, person(role), Support.SHELTER, null));
    }

    private static IncidentCommand refer(SubjectRole role) {
        return new ReferVictim(INCIDENT, new VictimReferred(INCIDENT, person(role), "Shelter", null));
    }

    private static IncidentCommand result(SeizureId seizure, Item item) {
        return new RecordLabResult(
                INCIDENT, new LabResultRecorded(INCIDENT, seizure, item, Percentage.of("72.5"), null));
    }

    private static SubjectId person(SubjectRole role) {
        return new SubjectId(new UUID(3, role.ordinal()));
    }

    private static List<IncidentEvent> in(IncidentStatus status) {
        var events = new ArrayList<IncidentEvent>(List.of(REPORT));
        switch (status) {
            case FILED -> {}
            case RETURNED -> events.add(new IncidentReturned(INCIDENT, "no marker"));
            case ACCEPTED -> events.add(new IncidentAccepted(INCIDENT));
            case VOIDED -> events.add(new IncidentVoided(INCIDENT, "a drill", null));
        }
        return events;
    }

    private static Standing standing(IncidentStatus status, long version) {
        return new Standing(INCIDENT.toString(), REPORT.number(), status.name(), version);
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private static MetaData with(Terms terms) {
        return MetaData.with("terms", terms);
    }

    private static Terms station(String code) {
        return Terms.of(new Caller("officer", "Officer", Set.of(Role.STATION), new StationCode(code), null));
    }

    private static IncidentDetails details() {
        return new IncidentDetails(
                Category.DRUG_TRAFFICKING,
                OffsetDateTime.parse("2020-03-14T02:30:00+07:00"),
                null,
                new Place(PROVINCE, null, null, null, null),
                null,
                null,
                List.of(),
                "Heroin in a tank",
                Arrays.stream(SubjectRole.values())
                        .map(role -> new Subject(person(role), role, null, null, null))
                        .toList(),
                List.of(new Seizure(HEROIN, Item.HEROIN, Quantity.of("33.918"), Unit.KG, null, null)),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0);
    }
}
