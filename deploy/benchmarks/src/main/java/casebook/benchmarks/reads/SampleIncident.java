package casebook.benchmarks.reads;

import casebook.events.Category;
import casebook.events.CurrencyCode;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Money;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One incident of many, the same for the same number in every run. Kinds, persons, vehicles and quantities come as often and are about as large as in the
 * published figures of two provinces (Lang Son 2009–2018, Nghe An 2020); stations and years are spread over the land border and over ten years.
 */
record SampleIncident(
        StationCode station, ProvinceCode province, String number, IncidentId id, IncidentDetails details) {

    static final int FIRST_YEAR = 2011;
    static final int YEARS = 10;

    /** Provinces with a land border, by the second part of their codes. */
    private static final List<String> PROVINCES = List.of(
            "01", "02", "03", "04", "05", "06", "09", "13", "22", "23", "24", "25", "26", "27", "28", "30", "31", "33",
            "37", "39", "41", "44", "45", "47", "71");

    private static final int STATIONS_OF_A_PROVINCE = 10;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MINUTES_OF_A_YEAR = 365 * MINUTES_OF_A_DAY;
    private static final CurrencyCode VND = new CurrencyCode("VND");
    private static final OffsetDateTime START = OffsetDateTime.parse(FIRST_YEAR + "-01-01T00:00:00+07:00");
    private static final OffsetDateTime END = START.plusYears(YEARS);

    private static final List<String> PLACES = List.of(
            "Tân Thanh",
            "Hữu Nghị",
            "Chi Ma",
            "Đồng Đăng",
            "Na Sầm",
            "Trà Lĩnh",
            "Tà Lùng",
            "Móng Cái",
            "Nậm Cắn",
            "Thanh Thủy",
            "Cầu Treo",
            "Lao Bảo",
            "Bờ Y",
            "Mộc Bài",
            "Xa Mát",
            "Tịnh Biên");

    private static final List<String> WORDINGS = List.of(
            "Tuần tra phát hiện %s tại đường mòn gần mốc %d",
            "Kiểm tra phương tiện tại cửa khẩu, thu giữ %s, mốc %d",
            "Nhận tin báo của quần chúng, bắt quả tang %s, mốc %d",
            "Phối hợp với hải quan bắt giữ %s trên đường vào nội địa, mốc %d");

    /** How often each kind comes, in a thousand, and what it is about. */
    private enum Kind {
        SMUGGLING(500, Category.GOODS_SMUGGLING, Item.GOODS, Unit.UNIT, 0, "hàng lậu"),
        HEROIN(90, Category.DRUG_TRAFFICKING, Item.HEROIN, Unit.KG, 3, "heroin"),
        METHAMPHETAMINE(110, Category.DRUG_TRAFFICKING, Item.METHAMPHETAMINE, Unit.KG, 3, "ma túy đá"),
        PILLS(60, Category.DRUG_TRAFFICKING, Item.SYNTHETIC_DRUG, Unit.UNIT, 0, "ma túy tổng hợp"),
        KETAMINE(10, Category.DRUG_TRAFFICKING, Item.KETAMINE, Unit.KG, 3, "ketamine"),
        POPPY(5, Category.DRUG_CULTIVATION, Item.OPIUM_POPPY, Unit.PLANT, 0, "cây thuốc phiện"),
        TRAFFICKING(15, Category.HUMAN_TRAFFICKING, null, null, 0, "vụ mua bán người"),
        CROSSING(100, Category.ILLEGAL_CROSSING, null, null, 0, "người xuất cảnh trái phép"),
        FIRECRACKERS(60, Category.FIRECRACKERS, Item.FIRECRACKER, Unit.KG, 1, "pháo nổ"),
        COUNTERFEIT(30, Category.COUNTERFEIT_GOODS, Item.COUNTERFEIT_GOODS, Unit.UNIT, 0, "hàng giả"),
        FISHING(20, Category.ILLEGAL_FISHING, Item.FISH, Unit.KG, 0, "thủy sản khai thác trái phép");

        private final int share;
        private final Category category;
        private final @Nullable Item item;
        private final @Nullable Unit unit;
        private final int places;
        private final String words;

        Kind(int share, Category category, @Nullable Item item, @Nullable Unit unit, int places, String words) {
            this.share = share;
            this.category = category;
            this.item = item;
            this.unit = unit;
            this.places = places;
            this.words = words;
        }

        private static Kind at(int thousandth) {
            var left = thousandth;
            for (var kind : values()) {
                left -= kind.share;
                if (left < 0) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Not below 1000: " + thousandth);
        }
    }

    /** @param number counted from 0 */
    static SampleIncident of(int number) {
        return of(
                number,
                random -> START.plusYears(random.nextInt(YEARS)).plusMinutes(random.nextInt(MINUTES_OF_A_YEAR)),
                SampleIncident::uuid);
    }

    /** The same, but as stations report from day to day: one a minute in the last year, each reported within a day, under ids that ascend. */
    static SampleIncident recent(int number) {
        var reportedAt = END.minusYears(1).plusMinutes(number % MINUTES_OF_A_YEAR);
        return of(
                number,
                random -> reportedAt.minusMinutes(random.nextInt(MINUTES_OF_A_DAY)),
                random -> uuid(END.toInstant().toEpochMilli() + number, random));
    }

    private static SampleIncident of(
            int number, Function<SplittableRandom, OffsetDateTime> time, Function<SplittableRandom, UUID> id) {
        var random = new SplittableRandom(0x5eed0000L + number);
        var kind = Kind.at(random.nextInt(1000));
        var province = new ProvinceCode("VN-" + PROVINCES.get(random.nextInt(PROVINCES.size())));
        var station = new StationCode(province + "-S" + random.nextInt(STATIONS_OF_A_PROVINCE));
        var occurredAt = time.apply(random);
        return new SampleIncident(
                station,
                province,
                station + "-" + occurredAt.getYear() + "-" + (number + 1),
                new IncidentId(id.apply(random)),
                details(kind, province, occurredAt, random));
    }

    IncidentFiled filed() {
        return new IncidentFiled(id, station, province, number, details);
    }

    /** Every station that an incident may name. */
    static List<StationCode> stations() {
        return PROVINCES.stream()
                .flatMap(province -> IntStream.range(0, STATIONS_OF_A_PROVINCE)
                        .mapToObj(station -> new StationCode("VN-" + province + "-S" + station)))
                .toList();
    }

    private static IncidentDetails details(
            Kind kind, ProvinceCode province, OffsetDateTime occurredAt, SplittableRandom random) {
        var marker = 1 + random.nextInt(1500);
        var point = new Point(
                BigDecimal.valueOf(100_000L + random.nextInt(130_000), 4),
                BigDecimal.valueOf(1_020_000L + random.nextInt(70_000), 4));
        var place = new Place(
                province,
                PLACES.get(random.nextInt(PLACES.size())),
                PLACES.get(random.nextInt(PLACES.size())),
                Integer.toString(marker),
                point);
        return new IncidentDetails(
                kind.category,
                occurredAt,
                null,
                place,
                Source.values()[random.nextInt(5)],
                null,
                List.of(),
                WORDINGS.get(random.nextInt(WORDINGS.size())).formatted(kind.words, marker),
                List.of(),
                seizures(kind, random),
                List.of(),
                List.of(),
                persons(kind, random),
                random.nextInt(100) < 46 ? 1 : 0,
                random.nextInt(1000) < 6 ? 1 : 0);
    }

    private static List<Seizure> seizures(Kind kind, SplittableRandom random) {
        if (kind.item == null || kind.unit == null) {
            return List.of();
        }
        var quantity = new Quantity(BigDecimal.valueOf(1L + random.nextInt(900), kind.places));
        var value = kind == Kind.SMUGGLING
                ? new Money(BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(64))), VND)
                : null;
        return List.of(new Seizure(new SeizureId(uuid(random)), kind.item, quantity, kind.unit, value, null));
    }

    private static Map<SubjectRole, Integer> persons(Kind kind, SplittableRandom random) {
        return switch (kind.category) {
            case DRUG_TRAFFICKING, DRUG_CULTIVATION -> Map.of(SubjectRole.ARRESTED, 1 + random.nextInt(2));
            case HUMAN_TRAFFICKING ->
                Map.of(SubjectRole.ARRESTED, 1 + random.nextInt(2), SubjectRole.RESCUED, 1 + random.nextInt(2));
            default -> Map.of(SubjectRole.VIOLATOR, 1 + random.nextInt(2));
        };
    }

    /** Of version 4. */
    private static UUID uuid(SplittableRandom random) {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (1L << 63));
    }

    /** Of version 7. */
    private static UUID uuid(long millis, SplittableRandom random) {
        return new UUID(
                (millis << 16) | 0x7000L | random.nextInt(0x1000), (random.nextLong() & ~(3L << 62)) | (1L << 63));
    }
}
