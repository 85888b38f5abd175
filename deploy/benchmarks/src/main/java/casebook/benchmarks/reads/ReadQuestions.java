package casebook.benchmarks.reads;

import com.mongodb.client.MongoDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What is asked, of the service and of plain documents alike, about single cases and by words and counts. */
final class ReadQuestions {

    private static final int MARKERS = 1500;
    private static final double GOAL = 100;
    private static final String DRUGS = "DRUG_TRAFFICKING";
    private static final Document ALL = new Document();

    private final MongoDatabase database;
    private final PlainIncidents plain;
    private final int incidents;

    /** A position in the middle of the ledger. */
    private final long middle;

    ReadQuestions(MongoDatabase database, PlainIncidents plain, int incidents, long middle) {
        this.database = database;
        this.plain = plain;
        this.incidents = incidents;
        this.middle = middle;
    }

    List<Question> histories() {
        return List.of(Question.of(
                        "history of a case (plain: its commits in the ledger)",
                        number -> "/cases/" + aCase(number) + "/history",
                        number -> database.getCollection("ledger")
                                .find(new Document("events.a", aCase(number)))
                                .into(new ArrayList<>()))
                .within(GOAL));
    }

    List<Question> searches() {
        return List.of(
                search("two frequent words", _ -> List.of("ma", "túy")).within(GOAL),
                search("five frequent words", _ -> List.of("bắt", "giữ", "heroin", "hải", "quan"))
                        .within(GOAL),
                search("a rare word", number -> List.of("heroin", "mốc", Integer.toString(1 + number % MARKERS)))
                        .withRows(0)
                        .within(GOAL),
                Question.of(
                                "search: of an item, a place and a text",
                                _ -> found(List.of("heroin mong cai hai quan")),
                                null)
                        .within(GOAL),
                search("frequent words that never meet", _ -> List.of("heroin", "pháo"))
                        .withRows(0));
    }

    List<Question> facets() {
        var words = List.of("ma", "túy");
        return List.of(
                facets("all", "", ALL),
                facets("a category", "&category=" + DRUGS, new Document("category", DRUGS)),
                facets("a category, as of the middle of the ledger", "&category=" + DRUGS + "&asOf=" + middle, null),
                facets("a province", "&province=VN-09", new Document("province", "VN-09")),
                facets("two frequent words", "&q=" + query(words), PlainIncidents.having(words)));
    }

    private Question search(String title, IntFunction<List<String>> words) {
        return Question.of(
                "search: " + title,
                number -> found(words.apply(number)),
                number -> plain.search(words.apply(number), Places.PAGE));
    }

    private static String found(List<String> words) {
        return "/incidents?limit=" + Places.PAGE + "&q=" + query(words);
    }

    private static String query(List<String> words) {
        return URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
    }

    private Question facets(String title, String filter, @Nullable Bson plainly) {
        return Question.of(
                "facets: " + title,
                _ -> "/incidents?facets=true&limit=1" + filter,
                plainly == null ? null : _ -> plain.facets(plainly));
    }

    private String aCase(int number) {
        return SampleHistory.caseOf(20 * (number % (incidents / 20)) + 19).toString();
    }
}
