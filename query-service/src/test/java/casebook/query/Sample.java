package casebook.query;

import casebook.events.Agency;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitId;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Sha256;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.events.StationRegistered;
import casebook.events.Subject;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events to start from. */
public final class Sample {

    public static final StationCode STATION = new StationCode("VN-09-A");
    public static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");

    private Sample() {}

    public static StationRegistered station(String code, String province) {
        return new StationRegistered(
                new StationCode(code),
                new StationDetails("Station " + code, new ProvinceCode(province), new CountryCode("VN"), null));
    }

    public static IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }

    public static CaseId caseFile() {
        return new CaseId(UUID.randomUUID());
    }

    public static IncidentFiled filed(IncidentId id, int serial) {
        return filed(id, STATION, PROVINCE, serial, details("2024-04-30T08:00:00+07:00", Category.DRUG_TRAFFICKING));
    }

    public static IncidentFiled filed(
            IncidentId id, StationCode station, ProvinceCode province, int serial, IncidentDetails details) {
        return new IncidentFiled(
                id, station, province, station + "-" + details.occurredAt().getYear() + "-" + serial, details);
    }

    public static IncidentDetails details(String occurredAt, Category category) {
        return details(occurredAt, category, new Place(PROVINCE, "Van Lang", null, null, null), List.of());
    }

    public static IncidentDetails detailsAt(String lat, String lon) {
        var point = new Point(new BigDecimal(lat), new BigDecimal(lon));
        var place = new Place(PROVINCE, null, null, null, point);
        return details("2024-04-30T08:00:00+07:00", Category.DRUG_TRAFFICKING, place, List.of());
    }

    public static IncidentDetails details(String occurredAt, Category category, Place place, List<Subject> subjects) {
        return details(occurredAt, category, place, subjects, "Two bags in the reeds");
    }

    public static IncidentDetails details(
            String occurredAt, Category category, Place place, List<Subject> subjects, String summary) {
        return new IncidentDetails(
                category,
                OffsetDateTime.parse(occurredAt),
                null,
                place,
                Source.PATROL,
                null,
                List.of(Agency.CUSTOMS),
                summary,
                subjects,
                List.of(heroin("33.918")),
                List.of(),
                List.of(),
                Map.of(),
                2,
                0);
    }

    public static Seizure heroin(String quantity) {
        return new Seizure(new SeizureId(UUID.randomUUID()), Item.HEROIN, Quantity.of(quantity), Unit.KG, null, null);
    }

    public static CaseOpened opened(CaseId id, IncidentFiled... incidents) {
        return new CaseOpened(
                id,
                "Heroin on route 4",
                Arrays.stream(incidents).map(Sample::of).toList(),
                null);
    }

    public static CaseIncident of(IncidentFiled filed) {
        return new CaseIncident(filed.incident(), filed.station(), filed.stationProvince());
    }

    public static ExhibitEntered entered(
            ExhibitId id, IncidentFiled filed, String description, String quantity, Unit unit, String custodian) {
        return new ExhibitEntered(
                id,
                filed.incident(),
                filed.station(),
                filed.stationProvince(),
                null,
                description,
                Quantity.of(quantity),
                unit,
                custodian,
                new Sha256("a".repeat(64)));
    }

    /** A report that lists vehicles by their plates, and persons. */
    public static IncidentDetails detailsWith(List<Subject> subjects, String... plates) {
        var place = new Place(PROVINCE, null, null, null, null);
        var details = details("2024-04-30T08:00:00+07:00", Category.DRUG_TRAFFICKING, place, subjects);
        return new IncidentDetails(
                details.category(),
                details.occurredAt(),
                null,
                place,
                null,
                null,
                List.of(),
                details.summary(),
                subjects,
                List.of(),
                Arrays.stream(plates)
                        .map(plate -> new Vehicle(new VehicleId(UUID.randomUUID()), VehicleType.CAR, plate))
                        .toList(),
                List.of(),
                Map.of(),
                0,
                0);
    }

    public static NoteAdded note(CaseId id, String text) {
        return new NoteAdded(id, new NoteId(UUID.randomUUID()), text);
    }
}
