package casebook.benchmarks.reads;

import casebook.benchmarks.reads.Places.Place;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** First pages of lists, and pages at several places of each. */
final class PageQuestions {

    private static final double GOAL = 100;
    private static final String DRUGS = "/incidents?category=DRUG_TRAFFICKING";

    private final PlainIncidents plain;
    private final Client client;

    /** A position in the middle of the ledger. */
    private final long middle;

    PageQuestions(PlainIncidents plain, Client client, long middle) {
        this.plain = plain;
        this.client = client;
        this.middle = middle;
    }

    /** The first page of a category. */
    static String drugs() {
        return DRUGS + "&limit=" + Places.PAGE;
    }

    List<Question> all() {
        var drugs = new Document("category", "DRUG_TRAFFICKING");
        var accepted = new Document(drugs).append("status", "ACCEPTED").append("province", "VN-09");
        var heroin = new Document("seizures.item", "HEROIN");
        return Stream.of(
                        pages("a category", DRUGS, plainly(drugs, "occurredAt")),
                        pages(
                                "a category, status and province",
                                DRUGS + "&status=ACCEPTED&province=VN-09",
                                plainly(accepted, "occurredAt")),
                        pages("an item, by number", "/incidents?item=HEROIN&sort=-number", plainly(heroin, "number")),
                        pages("a category, as of the middle of the ledger", DRUGS + "&asOf=" + middle, null))
                .flatMap(List::stream)
                .toList();
    }

    /** @param plainly asks plain documents for the page behind so many rows, where they can answer */
    private List<Question> pages(String title, String list, @Nullable IntConsumer plainly) {
        try {
            return pages(title, list, Places.of(client, list), plainly);
        } catch (IllegalStateException | CompletionException unanswered) {
            return List.of(Question.of(
                    "pages of " + title,
                    _ -> {
                        throw unanswered;
                    },
                    plainly));
        }
    }

    private static List<Question> pages(String title, String list, Places places, @Nullable IntConsumer plainly) {
        var first = page(
                        "page 1 of %s, %,d rows".formatted(title, places.rows()),
                        List.of(new Place(0, list + "&limit=" + Places.PAGE)),
                        plainly)
                .withRows((int) Math.min(Places.PAGE, places.rows()));
        var spread = places.spread();
        if (spread.isEmpty()) {
            return List.of(first);
        }
        var others = "pages of the same at %d places, behind %,d to %,d rows"
                .formatted(
                        spread.size(), spread.getFirst().row(), spread.getLast().row());
        return List.of(first, page(others, spread, plainly).withRows(Places.PAGE));
    }

    private static Question page(String title, List<Place> places, @Nullable IntConsumer plainly) {
        return Question.of(
                        title,
                        number -> places.get(number % places.size()).path(),
                        plainly == null
                                ? null
                                : number -> plainly.accept(
                                        places.get(number % places.size()).row()))
                .within(GOAL);
    }

    private IntConsumer plainly(Document filter, String order) {
        return rows -> plain.page(filter, order, rows, Places.PAGE);
    }
}
