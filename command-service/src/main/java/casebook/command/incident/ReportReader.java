package casebook.command.incident;

import casebook.command.web.Members;
import casebook.events.Agency;
import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.Enterprise;
import casebook.events.EnterpriseId;
import casebook.events.IncidentChanges.Clearable;
import casebook.events.Item;
import casebook.events.PersonalData;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Sex;
import casebook.events.Source;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.events.Vehicle;
import casebook.events.VehicleId;
import casebook.events.VehicleType;
import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a body says of an incident, by the codes and rules of the contract. What the client gives no id gets one that follows from {@code owner} and its place
 * in the list, so that the same body sent again says the same.
 *
 * @param owner the id that names the body: the incident's, or the amendment's
 * @param stationProvince where an incident happened whose report does not say it
 */
final class ReportReader {

    private static final List<String> REQUIRED = List.of("category", "occurredAt", "summary");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_COUNT = 1_000_000_000;
    private static final int MIN_BIRTH_YEAR = 1850;
    private static final int MAX_BIRTH_YEAR = 2100;

    private final UUID owner;
    private final ProvinceCode stationProvince;
    private final Instant now;

    ReportReader(UUID owner, ProvinceCode stationProvince, Instant now) {
        this.owner = owner;
        this.stationProvince = stationProvince;
        this.now = now;
    }

    /** All of a filing but its id and station. */
    ReportDraft filing(Members report) {
        REQUIRED.forEach(report::require);
        return read(report, false);
    }

    /** The changes of an amendment: null removes a member that may be absent and empties a list. */
    ReportDraft changes(Members changes) {
        REQUIRED.stream().filter(changes::isNull).forEach(changes::require);
        return read(changes, true);
    }

    private ReportDraft read(Members report, boolean amending) {
        var cleared = new ArrayList<Clearable>();
        if (amending) {
            addIfNull(report, "detectedAt", Clearable.DETECTED_AT, cleared);
            addIfNull(report, "source", Clearable.SOURCE, cleared);
            addIfNull(report, "sourceUnit", Clearable.SOURCE_UNIT, cleared);
        }
        return new ReportDraft(
                report.choice("category", Category.class),
                occurredAt(report),
                report.time("detectedAt"),
                place(report, amending),
                report.choice("source", Source.class),
                report.text("sourceUnit"),
                emptied(report, "agencies", amending, report.choices("agencies", Agency.class)),
                report.text("summary"),
                emptied(report, "subjects", amending, report.objects("subjects", unique(this::subject))),
                emptied(report, "seizures", amending, report.objects("seizures", unique(this::seizure))),
                emptied(report, "vehicles", amending, report.objects("vehicles", unique(this::vehicle))),
                emptied(report, "enterprises", amending, report.objects("enterprises", unique(this::enterprise))),
                unnamed(report, amending),
                count(report, "vehicleCount", amending),
                count(report, "enterpriseCount", amending),
                cleared);
    }

    private static void addIfNull(Members report, String member, Clearable clearable, List<Clearable> cleared) {
        if (report.isNull(member)) {
            cleared.add(clearable);
        }
    }

    private static <T> @Nullable List<T> emptied(
            Members report, String member, boolean amending, @Nullable List<T> list) {
        return amending && report.isNull(member) ? List.of() : list;
    }

    private static @Nullable Map<SubjectRole, Integer> unnamed(Members report, boolean amending) {
        return amending && report.isNull("unnamed") ? Map.of() : report.counts("unnamed", SubjectRole.class, MAX_COUNT);
    }

    private static @Nullable Integer count(Members report, String member, boolean amending) {
        return amending && report.isNull(member) ? Integer.valueOf(0) : report.count(member, MAX_COUNT);
    }

    private @Nullable OffsetDateTime occurredAt(Members report) {
        var time = report.time("occurredAt");
        if (time != null && time.toInstant().isAfter(now.plus(CLOCK_TOLERANCE))) {
            report.fault("occurredAt", "in-the-future");
        }
        return time;
    }

    private @Nullable Place place(Members report, boolean amending) {
        var place = report.object("place", this::place);
        var somewhere = !amending || report.isNull("place");
        return place == null && somewhere ? new Place(stationProvince, null, null, null, null) : place;
    }

    private Place place(Members place) {
        return new Place(
                Objects.requireNonNullElse(
                        place.code("province", ProvinceCode::isValid, ProvinceCode::new), stationProvince),
                place.text("district"),
                place.text("commune"),
                place.text("marker"),
                place.object("point", ReportReader::point));
    }

    private static Point point(Members point) {
        return new Point(
                point.required("lat", point.signed("lat", Point::isLatitude), BigDecimal.ZERO),
                point.required("lon", point.signed("lon", Point::isLongitude), BigDecimal.ZERO));
    }

    SubjectDraft subject(Members subject, int index) {
        return new SubjectDraft(
                new SubjectId(id(subject, "subject", index)),
                subject.requiredChoice("role", SubjectRole.class),
                subject.choice("sex", Sex.class),
                subject.code("nationality", CountryCode::isValid, CountryCode::new),
                new PersonalData(
                        subject.text("name"),
                        subject.number("birthYear", MIN_BIRTH_YEAR, MAX_BIRTH_YEAR),
                        subject.object(
                                "document",
                                document -> new PersonalData.Document(document.text("type"), document.text("number"))),
                        subject.text("address"),
                        subject.text("contact")));
    }

    Seizure seizure(Members seizure, int index) {
        var id = new SeizureId(id(seizure, "seizure", index));
        var item = seizure.choice("item", Item.class);
        var unit = seizure.choice("unit", Unit.class);
        if (item != null && unit != null && !item.canBeMeasuredIn(unit)) {
            seizure.fault("unit", "impossible-unit", item.name(), unit.name());
        }
        return new Seizure(
                id,
                seizure.required("item", item, Item.OTHER),
                seizure.requiredQuantity("quantity"),
                seizure.required("unit", unit, Unit.UNIT),
                seizure.money("value"),
                seizure.text("description"));
    }

    Vehicle vehicle(Members vehicle, int index) {
        return new Vehicle(
                new VehicleId(id(vehicle, "vehicle", index)),
                vehicle.requiredChoice("type", VehicleType.class),
                vehicle.text("plate"));
    }

    Enterprise enterprise(Members enterprise, int index) {
        return new Enterprise(
                new EnterpriseId(id(enterprise, "enterprise", index)),
                enterprise.text("name"),
                enterprise.text("registration"));
    }

    private UUID id(Members member, String kind, int index) {
        return Objects.requireNonNullElseGet(
                member.uuid("id"), () -> UuidCreator.getNameBasedSha1(owner, kind + "/" + index));
    }

    private static <T> Members.IndexedReader<T> unique(Members.IndexedReader<T> reader) {
        var ids = new HashSet<UUID>();
        return (members, index) -> {
            var id = members.uuid("id");
            if (id != null && !ids.add(id)) {
                members.fault("id", "duplicate-id");
            }
            return reader.read(members, index);
        };
    }
}
