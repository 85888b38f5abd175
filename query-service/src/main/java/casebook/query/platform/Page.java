package casebook.query.platform;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Projections.include;

import casebook.query.projection.Reading;
import com.mongodb.client.model.Aggregates;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Some rows of a list.
 *
 * @param next cursor of the page behind this one; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int STRETCH = 1000;
    private static final String ROWS = "rows";

    /** @param filters all of which a row meets */
    public static <T> Mono<Page<T>> of(
            Reading reading, String collection, List<Bson> filters, ListQuery query, Function<Document, T> row) {
        return of(Rows.of(reading, collection, filters), query, row);
    }

    public static <T> Mono<Page<T>> of(Rows rows, ListQuery query, Function<Document, T> row) {
        var after = Objects.requireNonNullElse(query.after(), empty());
        return distinct(rows.ask(rows.collection(), ordered(rows, query, after, List.of(limit(query.limit() + 1)))))
                .collectList()
                .map(found -> of(found, rows, query, row));
    }

    /** How many rows there are, each counted once, whatever the query's limit and cursor. */
    public static Mono<Long> count(Rows rows, ListQuery query) {
        var pipeline = rows.pipeline(empty(), List.of(sort(query.order().sort())), List.of(project(include("_id"))));
        pipeline.add(group("$_id"));
        pipeline.add(Aggregates.count(ROWS));
        return Mono.from(rows.ask(rows.collection(), pipeline))
                .map(found -> found.get(ROWS, Number.class).longValue())
                .defaultIfEmpty(0L);
    }

    /** All the rows in the order of the query, whatever its limit and cursor, and however long that takes. */
    public static <T> Flux<T> all(Rows rows, ListQuery query, Function<Document, T> row) {
        return all(rows, query, STRETCH, row);
    }

    /** @param stretch after how many rows it is looked at what was superseded of them meanwhile */
    public static <T> Flux<T> all(Rows rows, ListQuery query, int stretch, Function<Document, T> row) {
        var former = rows.former();
        var documents = former != null && former.few()
                ? new Stretches(rows, former, query.order()).ofLength(stretch)
                : distinct(rows.collection()
                        .aggregate(ordered(rows, query, empty(), List.of()))
                        .allowDiskUse(true));
        return documents.map(row);
    }

    /** Sorted before anything is looked up, so that an index can give the order; and again where rows of two kinds come together. */
    private static List<Bson> ordered(Rows rows, ListQuery query, Bson after, List<Bson> cut) {
        var sort = sort(query.order().sort());
        var pipeline = rows.pipeline(after, List.of(sort), cut);
        if (rows.former() != null) {
            pipeline.add(sort);
        }
        return pipeline;
    }

    static String id(Document document) {
        return document.getString("_id");
    }

    private static Flux<Document> distinct(Publisher<Document> rows) {
        return Flux.from(rows).distinctUntilChanged(Page::id);
    }

    private static <T> Page<T> of(List<Document> found, Rows rows, ListQuery query, Function<Document, T> row) {
        var shown = found.subList(0, Math.min(query.limit(), found.size()));
        return new Page<>(
                shown.stream().map(row).toList(),
                found.size() > query.limit()
                        ? query.behind(shown.getLast(), rows.asOf()).encode()
                        : null);
    }
}
