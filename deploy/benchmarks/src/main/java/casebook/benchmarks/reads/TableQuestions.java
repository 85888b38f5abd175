package casebook.benchmarks.reads;

import casebook.events.StationCode;
import java.util.List;
import java.util.function.IntConsumer;
import org.bson.Document;

/** What is asked of the statistics. */
final class TableQuestions {

    private static final double GOAL = 50;
    private static final double TIMES = 50;
    private static final int FIRST = SampleIncident.FIRST_YEAR;
    private static final int LAST = FIRST + SampleIncident.YEARS - 1;

    /** How many years before the first, and after the last, questions name: no table is of a year before 1900 or after 2100. */
    private static final int EMPTY_YEARS = 80;

    private static final String TABLE = "/statistics/yearly?";
    private static final String GROUPED = "&groupBy=station,category";

    /** By which the same cells are told apart. */
    private static final List<String> GROUPS = List.of(
            "station,category",
            "category,station",
            "station,province,category",
            "station,category,province",
            "category,station,province",
            "category,province,station",
            "province,station,category",
            "province,category,station");

    private static final String TEN_YEARS = years(FIRST, LAST);
    private static final Document ALL = new Document();
    private static final List<String> STATIONS =
            SampleIncident.stations().stream().map(StationCode::value).toList();

    private final PlainIncidents plain;

    /** A position in the middle of the ledger. */
    private final long middle;

    TableQuestions(PlainIncidents plain, long middle) {
        this.plain = plain;
        this.middle = middle;
    }

    /** The table of which most is asked: 22,500 rows, if there are enough incidents. */
    static String grouped() {
        return TEN_YEARS + GROUPED;
    }

    /** How many incidents each station has, by year. */
    static String stations() {
        return TEN_YEARS + "&groupBy=station";
    }

    static String of(StationCode station) {
        return TEN_YEARS + "&station=" + station;
    }

    /** Each is answered once, and that answer is kept, as nothing is filed meanwhile. */
    List<Question> kept() {
        var province = STATIONS.getFirst().substring(0, "VN-00".length());
        return List.of(
                Question.of("ten years, an answer that is kept", _ -> TEN_YEARS, years()),
                Question.of("by station and category, an answer that is kept", _ -> grouped(), byStationAndCategory()),
                Question.of(
                        "the same, of a province, an answer that is kept",
                        _ -> grouped() + "&province=" + province,
                        _ -> plain.yearly(new Document("province", province), "station", "category")));
    }

    /** None has been asked before, as long as there are not more than 1,280: years in which nothing happened make another question of the same table. */
    List<Question> anew() {
        return List.of(
                Question.of("ten years, each time another question", TableQuestions::another, years()),
                Question.of(
                        "by station and category, each time another question",
                        TableQuestions::anotherGrouped,
                        byStationAndCategory()),
                Question.of(
                        "the same, of a station, each time another",
                        number -> another(number / STATIONS.size()) + GROUPED + "&station=" + station(number),
                        number -> plain.yearly(new Document("station", station(number)), "station", "category")),
                Question.of(
                        "one year as it was known in the middle of the ledger, each time at another position",
                        number -> years(FIRST, FIRST) + "&asKnownAt=" + (middle + number),
                        null));
    }

    /** To be asked while the ledger goes on, so that no answer is kept for long. */
    List<Question> goingOn() {
        return List.of(
                Question.of("ten years", _ -> TEN_YEARS, years()).within(GOAL).asFast(TIMES),
                Question.of("ten years by station and category", _ -> grouped(), byStationAndCategory())
                        .within(GOAL)
                        .asFast(TIMES));
    }

    private IntConsumer years() {
        return _ -> plain.yearly(ALL);
    }

    private IntConsumer byStationAndCategory() {
        return _ -> plain.yearly(ALL, "station", "category");
    }

    private static String another(int number) {
        return years(FIRST - number / EMPTY_YEARS, LAST + 1 + number % EMPTY_YEARS);
    }

    /** Names only one end: between two each group has a row for every year, and the table would grow. */
    private static String anotherGrouped(int number) {
        var turn = number / 2;
        var end = number % 2 == 0 ? "from=" + (FIRST - turn % EMPTY_YEARS) : "to=" + (LAST + turn % EMPTY_YEARS);
        return TABLE + end + "&groupBy=" + GROUPS.get(turn / EMPTY_YEARS % GROUPS.size());
    }

    private static String years(int from, int to) {
        return TABLE + "from=%d&to=%d".formatted(from, to);
    }

    private static String station(int number) {
        return STATIONS.get(number % STATIONS.size());
    }
}
