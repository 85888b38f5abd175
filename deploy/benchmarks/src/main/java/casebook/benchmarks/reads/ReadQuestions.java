package casebook.benchmarks.reads;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.bson.Document;

/** What is asked, of the service and of plain documents alike. */
final class ReadQuestions {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 1000;
    private static final int MARKERS = 1500;
    private static final double TABLE_GOAL = 50;
    private static final double TABLE_TIMES = 50;
    private static final double PAGE_GOAL = 100;
    private static final String DRUGS = "DRUG_TRAFFICKING";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Document ALL = new Document();

    private final MongoDatabase database;
    private final PlainIncidents plain;
    private final Client client;
    private final int incidents;

    ReadQuestions(MongoDatabase database, Client client, int incidents) {
        this.database = database;
        this.plain = new PlainIncidents(database);
        this.client = client;
        this.incidents = incidents;
    }

    static String years() {
        return "/statistics/yearly?from=%d&to=%d"
                .formatted(SampleIncident.FIRST_YEAR, SampleIncident.FIRST_YEAR + SampleIncident.YEARS - 1);
    }

    static String drugs() {
        return "/incidents?category=" + DRUGS + "&limit=" + PAGE;
    }

    List<Question> tables() {
        var grouped = "&groupBy=station,category";
        var province = SampleIncident.stations().getFirst().value().substring(0, "VN-00".length());
        var stations = SampleIncident.stations();
        return List.of(
                Question.of("ten years", years(), () -> plain.yearly(ALL))
                        .within(TABLE_GOAL)
                        .asFast(TABLE_TIMES),
                Question.of(
                                "ten years by station and category",
                                years() + grouped,
                                () -> plain.yearly(ALL, "station", "category"))
                        .within(TABLE_GOAL)
                        .asFast(TABLE_TIMES),
                Question.of(
                        "the same, of a province",
                        years() + grouped + "&province=" + province,
                        () -> plain.yearly(new Document("province", province), "station", "category")),
                new Question(
                        "the same, of a station, each time another",
                        number -> years() + grouped + "&station=" + stations.get(number % stations.size()),
                        () -> plain.yearly(
                                new Document("station", stations.getFirst().value()), "station", "category"),
                        0,
                        0));
    }

    List<Question> histories() {
        return List.of(new Question(
                "history of a case (plain: its commits in the ledger)",
                number -> "/cases/" + aCase(number) + "/history",
                () -> database.getCollection("ledger")
                        .find(new Document("events.a", aCase(0)))
                        .into(new ArrayList<>()),
                PAGE_GOAL,
                0));
    }

    List<Question> pages() {
        var drugs = new Document("category", DRUGS);
        var accepted = new Document(drugs).append("status", "ACCEPTED").append("province", "VN-09");
        var heroin = new Document("seizures.item", "HEROIN");
        var middle = incidents * 135 / 1000 / PAGE * PAGE;
        return List.of(
                page("page 1 of a category", drugs(), drugs, 0),
                page("page 100 of a category", drugs(), drugs, 99 * PAGE),
                page("page %,d of a category, half-way".formatted(middle / PAGE + 1), drugs(), drugs, middle),
                page(
                        "page 1 of a category, status and province",
                        drugs() + "&status=ACCEPTED&province=VN-09",
                        accepted,
                        0),
                page(
                        "page 20 of a category, status and province",
                        drugs() + "&status=ACCEPTED&province=VN-09",
                        accepted,
                        19 * PAGE),
                page("page 1 of an item, by number", "/incidents?item=HEROIN&sort=-number&limit=" + PAGE, heroin, 0),
                page(
                        "page 100 of an item, by number",
                        "/incidents?item=HEROIN&sort=-number&limit=" + PAGE,
                        heroin,
                        99 * PAGE));
    }

    List<Question> searches() {
        return List.of(
                search("two frequent words", _ -> "ma tuy", "ma túy"),
                search("words of every kind", _ -> "heroin mong cai hai quan", "heroin", "hải quan"),
                search("a rare word", number -> "heroin " + (1 + number % MARKERS), "heroin", "mốc 77"),
                search("frequent words that never meet", _ -> "heroin phao", "heroin", "pháo"));
    }

    List<Question> facets() {
        return List.of(
                facets("all", "", ALL),
                facets("a category", "&category=" + DRUGS, new Document("category", DRUGS)),
                facets("a province", "&province=VN-09", new Document("province", "VN-09")),
                facets("two frequent words", "&q=ma+tuy", new Document("summary", Pattern.compile("ma túy"))));
    }

    private Question page(String title, String list, Document filter, int skipped) {
        var order = list.contains("number") ? "number" : "occurredAt";
        return Question.of(title, behind(list, skipped), () -> plain.page(filter, order, skipped, PAGE))
                .within(PAGE_GOAL);
    }

    private Question search(String title, IntFunction<String> words, String... plainly) {
        return new Question(
                "search: " + title,
                number ->
                        "/incidents?limit=" + PAGE + "&q=" + words.apply(number).replace(' ', '+'),
                () -> plain.search(List.of(plainly), PAGE),
                PAGE_GOAL,
                0);
    }

    private Question facets(String title, String filter, Document plainly) {
        return Question.of("facets: " + title, "/incidents?facets=true&limit=1" + filter, () -> plain.facets(plainly));
    }

    /** The page that begins behind so many rows, or the last one before which a cursor stands. */
    private String behind(String list, int rows) {
        var page = list;
        for (int left = rows; left > 0; left -= LONGEST_PAGE) {
            var longer = page.replace("limit=" + PAGE, "limit=" + Math.min(left, LONGEST_PAGE));
            var next = NEXT.matcher(client.body(longer, "ANALYST"));
            if (!next.find()) {
                return page;
            }
            page = list + "&cursor=" + next.group(1);
        }
        return page;
    }

    private String aCase(int number) {
        return SampleHistory.caseOf(20 * (number % (incidents / 20)) + 19).toString();
    }
}
