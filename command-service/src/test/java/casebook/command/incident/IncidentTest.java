package casebook.command.incident;

import static casebook.events.IncidentStatus.ACCEPTED;
import static casebook.events.IncidentStatus.FILED;
import static casebook.events.IncidentStatus.RETURNED;
import static casebook.events.IncidentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.handling.Outcome;
import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.command.incident.IncidentCommand.AcceptIncident;
import casebook.command.incident.IncidentCommand.AddEnterprise;
import casebook.command.incident.IncidentCommand.AddSeizure;
import casebook.command.incident.IncidentCommand.AddSubject;
import casebook.command.incident.IncidentCommand.AddVehicle;
import casebook.command.incident.IncidentCommand.AmendIncident;
import casebook.command.incident.IncidentCommand.ReturnIncident;
import casebook.command.incident.IncidentCommand.VoidIncident;
import casebook.events.Category;
import casebook.events.Enterprise;
import casebook.events.EnterpriseId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAction;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentStatus;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import casebook.http.Caller;
import casebook.http.Role;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

class IncidentTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final StationCode TAN_THANH = new StationCode("VN-09-TAN-THANH");
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");
    private static final String NUMBER = "VN-09-TAN-THANH-2020-000001";
    private static final IncidentFiled REPORT =
            new IncidentFiled(INCIDENT, TAN_THANH, PROVINCE, NUMBER, details("Tea"));

    private static final Terms STATION = terms(Role.STATION, "VN-09-TAN-THANH", null);
    private static final Terms COMMAND = terms(Role.COMMAND, null, "VN-09");

    private static final IncidentCommand AMENDMENT = new AmendIncident(INCIDENT, "misread", summary("Coffee"));
    private static final IncidentCommand RETURN = new ReturnIncident(INCIDENT, "no marker");
    private static final IncidentCommand ACCEPTANCE = new AcceptIncident(INCIDENT);
    private static final IncidentCommand VOIDING = new VoidIncident(INCIDENT, "a drill", null);
    private static final List<IncidentCommand> ADDITIONS = List.of(
            new AddSeizure(INCIDENT, seizure(1, "1")),
            new AddSubject(INCIDENT, new Subject(new SubjectId(new UUID(3, 1)), SubjectRole.SUSPECT, null, null, null)),
            new AddVehicle(INCIDENT, new Vehicle(new VehicleId(new UUID(4, 1)), VehicleType.CAR, null)),
            new AddEnterprise(INCIDENT, new Enterprise(new EnterpriseId(new UUID(5, 1)), "Tea Ltd", null)));

    /** What a report becomes, as the contract has it; what is not named is refused. */
    private static final Map<IncidentStatus, Map<IncidentCommand, IncidentStatus>> ALLOWED = Map.of(
            FILED, Map.of(AMENDMENT, FILED, RETURN, RETURNED, ACCEPTANCE, ACCEPTED, VOIDING, VOIDED),
            RETURNED, Map.of(AMENDMENT, FILED, VOIDING, VOIDED),
            ACCEPTED, Map.of(AMENDMENT, ACCEPTED, VOIDING, VOIDED),
            VOIDED, Map.of());

    private static final Map<IncidentStatus, List<String>> NEXT = Map.of(
            FILED, List.of("RETURNED", "ACCEPTED", "VOIDED"),
            RETURNED, List.of("FILED", "VOIDED"),
            ACCEPTED, List.of("VOIDED"),
            VOIDED, List.of());

    private final AggregateTestFixture<Incident> fixture = new AggregateTestFixture<>(Incident.class);

    static Stream<Arguments> everyStep() {
        return Arrays.stream(IncidentStatus.values())
                .flatMap(status -> Stream.of(AMENDMENT, RETURN, ACCEPTANCE, VOIDING)
                        .map(command -> Arguments.of(status, command)));
    }

    static Stream<Arguments> everyAddition() {
        return Arrays.stream(IncidentStatus.values())
                .flatMap(status -> ADDITIONS.stream().map(command -> Arguments.of(status, command)));
    }

    static List<IncidentCommand> additions() {
        return ADDITIONS;
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void aReportBecomesWhatTheContractLetsItAndNothingElse(IncidentStatus status, IncidentCommand command) {
        var becomes = ALLOWED.get(status).get(command);
        var result = fixture.given(in(status)).when(command, with(COMMAND));
        if (becomes == null) {
            result.expectNoEvents().expectResultMessagePayload(illegal(status));
        } else {
            result.expectEvents(command.event())
                    .expectResultMessagePayload(recorded(becomes, in(status).size() + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsWhatIsTaken(IncidentStatus status) {
        var actions = Map.of(
                AMENDMENT, IncidentAction.AMEND,
                RETURN, IncidentAction.RETURN,
                ACCEPTANCE, IncidentAction.ACCEPT,
                VOIDING, IncidentAction.VOID);
        actions.forEach((command, action) ->
                assertThat(status.allows(action)).isEqualTo(ALLOWED.get(status).containsKey(command)));
        assertThat(actions.values()).containsExactlyInAnyOrder(IncidentAction.values());
    }

    @ParameterizedTest
    @MethodSource("everyAddition")
    void aReportIsAddedToUntilItIsVoided(IncidentStatus status, IncidentCommand addition) {
        var result = fixture.given(in(status)).when(addition, with(STATION));
        if (status == VOIDED) {
            result.expectNoEvents().expectResultMessagePayload(illegal(status));
        } else {
            result.expectEvents(addition.event())
                    .expectResultMessagePayload(recorded(status, in(status).size() + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("additions")
    void whatIsListedIsNotAddedAgain(IncidentCommand addition) {
        fixture.given(REPORT, addition.event())
                .when(addition, with(STATION))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.IdReused()));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void anAdditionIsRecognisedByItsIdEvenAfterTheReportWasVoided(IncidentCommand addition) {
        var request = UUID.randomUUID();
        fixture.given(REPORT, requested(addition.event(), request), VOIDING.event())
                .when(addition, with(new Terms(STATION.caller(), request, Set.of("\"1\""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(FILED, 2)));
    }

    @Test
    void anIdThatStandsForSomethingElseIsRefused() {
        var request = UUID.randomUUID();
        fixture.given(REPORT, requested(new AddSeizure(INCIDENT, seizure(1, "1")).event(), request))
                .when(new AddSeizure(INCIDENT, seizure(1, "2")), with(STATION.with(request)))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.IdReused()));
    }

    @Test
    void equalContentOfAnotherSpellingIsARepeat() {
        var request = UUID.randomUUID();
        fixture.given(REPORT, requested(new AddSeizure(INCIDENT, seizure(1, "80")).event(), request))
                .when(new AddSeizure(INCIDENT, seizure(1, "80.0")), with(STATION.with(request)))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Repeated(standing(FILED, 2)));
    }

    @Test
    void aWriteOnAnotherVersionIsRefused() {
        fixture.given(REPORT)
                .when(AMENDMENT, with(new Terms(STATION.caller(), null, Set.of("\"2\""))))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.VersionMismatch(1)));
    }

    @Test
    void aWriteOnThePresentVersionIsTaken() {
        fixture.given(REPORT)
                .when(AMENDMENT, with(new Terms(STATION.caller(), null, Set.of("\"2\"", "\"1\""))))
                .expectEvents(AMENDMENT.event());
    }

    static List<Terms> outsiders() {
        return List.of(
                terms(Role.STATION, "VN-09-CHI-MA", null),
                terms(Role.STATION, null, null),
                terms(Role.COMMAND, null, "VN-22"),
                terms(Role.COMMAND, "VN-09-TAN-THANH", null));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void outOfScopeAReportDoesNotExistWhateverItsVersionAndState(Terms outsider) {
        fixture.given(REPORT, VOIDING.event())
                .when(AMENDMENT, with(new Terms(outsider.caller(), null, Set.of("\"9\""))))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Unknown()));
    }

    @Test
    void aReportIsNoDuplicateOfItself() {
        fixture.given(REPORT)
                .when(new VoidIncident(INCIDENT, "filed twice", INCIDENT), with(COMMAND))
                .expectNoEvents()
                .expectResultMessagePayload(refused(new Refusal.Invalid("/duplicateOf", "duplicate-of-itself")));
    }

    @Test
    void aReportIsFiled() {
        fixture.givenNoPriorActivity()
                .when(new FileIncident(INCIDENT, TAN_THANH, PROVINCE, NUMBER, details("Tea")), with(STATION))
                .expectEvents(REPORT)
                .expectResultMessagePayload(recorded(FILED, 1));
    }

    private static List<IncidentEvent> in(IncidentStatus status) {
        return switch (status) {
            case FILED -> List.of(REPORT);
            case RETURNED -> List.of(REPORT, new IncidentReturned(INCIDENT, "no marker"));
            case ACCEPTED -> List.of(REPORT, new IncidentAccepted(INCIDENT));
            case VOIDED -> List.of(REPORT, new IncidentVoided(INCIDENT, "a drill", null));
        };
    }

    private static Outcome recorded(IncidentStatus status, long version) {
        return new Outcome.Recorded(standing(status, version));
    }

    private static Standing standing(IncidentStatus status, long version) {
        return new Standing(INCIDENT.toString(), NUMBER, status.name(), version);
    }

    private static Outcome illegal(IncidentStatus status) {
        return refused(new Refusal.IllegalTransition(status.name(), NEXT.get(status)));
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private static Object requested(IncidentEvent event, UUID request) {
        return new GenericEventMessage<>(event, Map.of("request", request.toString()));
    }

    private static MetaData with(Terms terms) {
        return MetaData.with("terms", terms);
    }

    private static Terms terms(Role role, @Nullable String station, @Nullable String province) {
        return Terms.of(new Caller(
                "officer",
                "Officer",
                Set.of(role),
                station == null ? null : new StationCode(station),
                province == null ? null : new ProvinceCode(province)));
    }

    private static Seizure seizure(int number, String quantity) {
        return new Seizure(new SeizureId(new UUID(2, number)), Item.HEROIN, Quantity.of(quantity), Unit.KG, null, null);
    }

    private static IncidentDetails details(String summary) {
        return new IncidentDetails(
                Category.GOODS_SMUGGLING,
                OffsetDateTime.parse("2020-03-14T02:30:00+07:00"),
                null,
                new Place(PROVINCE, null, null, null, null),
                null,
                null,
                List.of(),
                summary,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0);
    }

    private static IncidentChanges summary(String summary) {
        return new IncidentChanges(
                null, null, null, null, null, null, null, summary, null, null, null, null, null, null, null, List.of());
    }
}
