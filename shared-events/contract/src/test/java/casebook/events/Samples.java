package casebook.events;

import casebook.events.IncidentChanges.Clearable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of each type in which every member says something; the golden files hold the same. */
final class Samples {

    private static final IncidentId INCIDENT = new IncidentId(id(1));
    private static final CaseId CASE = new CaseId(id(2));
    private static final StationCode STATION = new StationCode("VN-09-TAN-THANH");
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2020-03-14T02:30:00+07:00");
    private static final OffsetDateTime DETECTED = OffsetDateTime.parse("2020-03-14T02:40:00.5+07:00");
    private static final Place PLACE = new Place(
            PROVINCE,
            "Văn Lãng",
            "Tân Thanh",
            "1090",
            new Point(new BigDecimal("21.970000001"), new BigDecimal("106.68")));
    private static final Subject SUBJECT = new Subject(
            new SubjectId(id(3)),
            SubjectRole.ARRESTED,
            Sex.MALE,
            new CountryCode("VN"),
            new SealedPersonalData("c2VhbGVk"));
    private static final Seizure SEIZURE = new Seizure(
            new SeizureId(id(4)),
            Item.HEROIN,
            Quantity.of("33.918"),
            Unit.KG,
            new Money(new BigDecimal("1500000000.25"), new CurrencyCode("VND")),
            "in the tank");
    private static final Vehicle VEHICLE = new Vehicle(new VehicleId(id(5)), VehicleType.MOTORCYCLE, "12-B1 345.67");
    private static final Enterprise ENTERPRISE =
            new Enterprise(new EnterpriseId(id(6)), "Công ty Vận tải", "4900123456");
    private static final CaseIncident CASE_INCIDENT = new CaseIncident(INCIDENT, STATION, PROVINCE);

    private Samples() {}

    static final IncidentDetails DETAILS = new IncidentDetails(
            Category.DRUG_TRAFFICKING,
            OCCURRED,
            DETECTED,
            PLACE,
            Source.TIP_OFF,
            "Reconnaissance",
            List.of(Agency.CUSTOMS, Agency.PUBLIC_SECURITY),
            "Heroin in a motorcycle",
            List.of(SUBJECT),
            List.of(SEIZURE),
            List.of(VEHICLE),
            List.of(ENTERPRISE),
            Map.of(SubjectRole.SUSPECT, 3, SubjectRole.SMUGGLED_MIGRANT, 2),
            2,
            1);

    static List<CasebookEvent> all() {
        return List.of(
                new IncidentFiled(INCIDENT, STATION, PROVINCE, "VN-09-TAN-THANH-2020-000001", DETAILS),
                new IncidentAmended(INCIDENT, "weighed again", changes()),
                new SeizureAdded(INCIDENT, SEIZURE),
                new SubjectAdded(INCIDENT, SUBJECT),
                new VehicleAdded(INCIDENT, VEHICLE),
                new EnterpriseAdded(INCIDENT, ENTERPRISE),
                new IncidentReturned(INCIDENT, "the place is missing"),
                new IncidentAccepted(INCIDENT),
                new IncidentVoided(INCIDENT, "filed twice", new IncidentId(id(7))),
                new CaseOpened(CASE, "Heroin over marker 1090", List.of(CASE_INCIDENT), "Captain Hoàng"),
                new IncidentLinked(CASE, CASE_INCIDENT),
                new IncidentUnlinked(CASE, INCIDENT),
                new CaseAssigned(CASE, "Captain Hoàng"),
                new NoteAdded(CASE, new NoteId(id(8)), "The tank was altered in a workshop."),
                new CaseMoved(CASE, CaseState.DISMISSED, "too young", Closure.JUVENILE),
                new StationRegistered(STATION, station("Tân Thanh")),
                new StationChanged(STATION, station("Tân Thanh Border Gate")));
    }

    private static IncidentChanges changes() {
        return new IncidentChanges(
                Category.GOODS_SMUGGLING,
                OCCURRED,
                DETECTED,
                PLACE,
                Source.PATROL,
                "Patrol 3",
                List.of(Agency.ARMY),
                "Tea in a motorcycle",
                List.of(SUBJECT),
                List.of(SEIZURE),
                List.of(VEHICLE),
                List.of(ENTERPRISE),
                Map.of(SubjectRole.WITNESS, 1),
                4,
                5,
                List.of(Clearable.DETECTED_AT, Clearable.SOURCE, Clearable.SOURCE_UNIT));
    }

    private static StationDetails station(String name) {
        return new StationDetails(
                name,
                PROVINCE,
                new CountryCode("VN"),
                new StationDetails.Border(
                        new CountryCode("CN"), new BigDecimal("12.5"), new StationDetails.Markers("1088", "1092/2")));
    }

    private static UUID id(int number) {
        return new UUID(0x0197c0de00007000L, 0x8000000000000000L | number);
    }
}
