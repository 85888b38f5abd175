package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.CurrencyCode;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filed reports for tests. */
public final class Reports {

    public static final ProvinceCode LANG_SON = new ProvinceCode("VN-09");
    public static final ProvinceCode NGHE_AN = new ProvinceCode("VN-22");
    public static final StationCode TAN_THANH = new StationCode("VN-09-TAN-THANH");
    public static final StationCode NAM_CAN = new StationCode("VN-22-NAM-CAN");
    public static final CurrencyCode VND = new CurrencyCode("VND");

    private Reports() {}

    public static IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }

    /** Noon in Vietnam. */
    public static OffsetDateTime noonOf(String day) {
        return OffsetDateTime.parse(day + "T12:00:00+07:00");
    }

    public static IncidentFiled filed(IncidentId incident, IncidentDetails details) {
        return new IncidentFiled(incident, TAN_THANH, LANG_SON, "VN-09-TAN-THANH-2020-1", details);
    }

    public static IncidentFiled filedBy(
            IncidentId incident, StationCode station, ProvinceCode province, IncidentDetails details) {
        return new IncidentFiled(incident, station, province, station + "-2020-1", details);
    }

    public static IncidentDetails nothingSeized(String day, Category category) {
        return details(day, LANG_SON, category, Source.PATROL, List.of(), List.of(), Map.of(), 0, 0);
    }

    public static IncidentDetails details(
            String day,
            ProvinceCode province,
            Category category,
            @Nullable Source source,
            List<Subject> subjects,
            List<Seizure> seizures,
            Map<SubjectRole, Integer> unnamed,
            int vehicleCount,
            int enterpriseCount) {
        return new IncidentDetails(
                category,
                noonOf(day),
                null,
                new Place(province, null, null, null, null),
                source,
                null,
                List.of(),
                "Reported",
                subjects,
                seizures,
                List.of(),
                List.of(),
                unnamed,
                vehicleCount,
                enterpriseCount);
    }

    public static Subject subject(SubjectRole role) {
        return new Subject(new SubjectId(UUID.randomUUID()), role, null, null, null);
    }

    public static Seizure seizure(Item item, String quantity, Unit unit) {
        return new Seizure(new SeizureId(UUID.randomUUID()), item, Quantity.of(quantity), unit, null, null);
    }

    public static Seizure goodsWorth(String amount) {
        return new Seizure(
                new SeizureId(UUID.randomUUID()),
                Item.GOODS,
                Quantity.of("1"),
                Unit.UNIT,
                new Money(new BigDecimal(amount), VND),
                null);
    }

    public static YearlyQuery everything() {
        return groupedBy();
    }

    public static YearlyQuery groupedBy(GroupBy... groups) {
        return between(null, null, groups);
    }

    public static YearlyQuery between(@Nullable Integer from, @Nullable Integer to, GroupBy... groups) {
        return new YearlyQuery(from, to, null, null, null, List.of(groups), YearStart.CALENDAR);
    }

    static Cell cell(Category category) {
        return new Cell(LANG_SON, TAN_THANH, LANG_SON, category, Source.PATROL);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
