package casebook.events;

import casebook.events.IncidentChanges.Clearable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final CaseId OTHER_CASE = new CaseId(id(9));
    private static final ReferralId REFERRAL = new ReferralId(id(10));
    private static final ExhibitId EXHIBIT = new ExhibitId(id(11));
    private static final TransferId TRANSFER = new TransferId(id(12));
    private static final FileId FILE = new FileId(id(13));
    private static final Sha256 HASH = new Sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    private static final Instant DUE = Instant.parse("2020-03-20T10:00:00Z");
    private static final Instant DETECTED_LATE = Instant.parse("2020-03-20T10:00:12.345Z");

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
                new StationChanged(STATION, station("Tân Thanh Border Gate")),
                new StationReported(STATION, LocalDate.of(2020, 3, 14), true, "Fog until noon"),
                new SubjectOutcomeRecorded(
                        INCIDENT,
                        SUBJECT.id(),
                        SubjectOutcome.SANCTIONED,
                        new Money(new BigDecimal("2500000"), new CurrencyCode("VND")),
                        "decision 12/QĐ-XPHC"),
                new VictimSupported(INCIDENT, SUBJECT.id(), Support.SHELTER, "three nights"),
                new VictimReferred(INCIDENT, SUBJECT.id(), "Ngôi nhà Bình yên", "by car"),
                new LabRequested(INCIDENT, SEIZURE.id(), "Institute of Criminal Science", DUE),
                new LabResultRecorded(
                        INCIDENT, SEIZURE.id(), Item.HEROIN, Percentage.of("72.5"), "Institute of Criminal Science"),
                new IncidentDeadlineMissed(INCIDENT, DeadlineKind.LAB_RESULT, DUE, DETECTED_LATE, SEIZURE.id(), 21L),
                new PersonalDataErased(INCIDENT, SUBJECT.id(), "five years after the closing"),
                new ReferralSent(CASE, REFERRAL, Agency.PROCURACY, "to prosecute", DUE),
                new ReferralAnswered(CASE, REFERRAL, ReferralOutcome.DECLINED, "not our district"),
                new CaseMerged(CASE, OTHER_CASE, "the same tank"),
                new CaseUnmerged(CASE, "another tank"),
                new CaseAbsorbed(OTHER_CASE, CASE, List.of(CASE_INCIDENT)),
                new CaseSeparated(OTHER_CASE, CASE, List.of(INCIDENT)),
                new CaseSealed(CASE, "an informer", List.of("Captain Hoàng", "Major Lê")),
                new CaseUnsealed(CASE, "the informer is safe"),
                new LegalHoldPlaced(CASE, "an appeal is pending"),
                new LegalHoldReleased(CASE, "the appeal was decided"),
                new CaseDeadlineMissed(CASE, DeadlineKind.REFERRAL_ANSWER, DUE, DETECTED_LATE, REFERRAL, 7L),
                new ExhibitEntered(
                        EXHIBIT,
                        INCIDENT,
                        STATION,
                        PROVINCE,
                        SEIZURE.id(),
                        "Ninety bricks",
                        Quantity.of("33.918"),
                        Unit.KG,
                        "Captain Hoàng",
                        HASH),
                new CustodyTransferOffered(
                        EXHIBIT,
                        TRANSFER,
                        Quantity.of("33918"),
                        Unit.G,
                        "Captain Hoàng",
                        "Major Lê",
                        "to the evidence store"),
                new CustodyReceived(
                        EXHIBIT, Quantity.of("33.918"), Unit.KG, "Captain Hoàng", "Major Lê", "seals unbroken"),
                new CustodyRefused(
                        EXHIBIT, Quantity.of("33.918"), Unit.KG, "Captain Hoàng", "Major Lê", "a seal is broken"),
                new ExhibitWeighed(
                        EXHIBIT, Quantity.of("33.2"), Unit.KG, "Major Lê", "Institute of Metrology", "yearly check"),
                new CustodyDiscrepancy(
                        EXHIBIT,
                        new BigDecimal("33.918"),
                        new BigDecimal("33.2"),
                        Unit.KG,
                        new BigDecimal("0.01"),
                        List.of("Captain Hoàng", "Major Lê")),
                new ExhibitSampled(
                        EXHIBIT,
                        Quantity.of("5"),
                        Unit.G,
                        "Major Lê",
                        "Institute of Criminal Science",
                        "for the laboratory"),
                new ExhibitDestroyed(
                        EXHIBIT, Quantity.of("30"), Unit.KG, "Major Lê", "Destruction council", "by judgment 7/2020"),
                new ExhibitReleased(EXHIBIT, Quantity.of("1"), Unit.KG, "Major Lê", "Customs", "for training"),
                new ExhibitFileAttached(EXHIBIT, FILE, HASH, 52_428_800, "image/jpeg", 2),
                new ExhibitFileAltered(EXHIBIT, FILE, HASH),
                new ExhibitDeadlineMissed(EXHIBIT, TRANSFER, DeadlineKind.CUSTODY_TRANSFER, DUE, DETECTED_LATE));
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
