package casebook.query.platform;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Some rows of a list.
 *
 * @param next cursor of the page behind this one; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** @param filters all of which a row meets */
    public static <T> Mono<Page<T>> of(
            MongoCollection<Document> collection, List<Bson> filters, ListQuery query, Function<Document, T> row) {
        return selected(collection, filters, List.of(), query, row);
    }

    /** @param stages that leave out further rows, one after the other in the order of the list */
    public static <T> Mono<Page<T>> selected(
            MongoCollection<Document> collection,
            List<Bson> filters,
            List<Bson> stages,
            ListQuery query,
            Function<Document, T> row) {
        var met = new ArrayList<>(filters);
        if (query.after() != null) {
            met.add(query.after());
        }
        var pipeline = ordered(met, stages, query);
        pipeline.add(Aggregates.limit(query.limit() + 1));
        return Flux.from(collection.aggregate(pipeline)).collectList().map(found -> of(found, query, row));
    }

    /** All the rows in the order of the query, whatever its limit and cursor. */
    public static <T> Flux<T> all(
            MongoCollection<Document> collection,
            List<Bson> filters,
            List<Bson> stages,
            ListQuery query,
            Function<Document, T> row) {
        return Flux.from(collection.aggregate(ordered(filters, stages, query)).allowDiskUse(true))
                .map(row);
    }

    /** Sorted before anything is looked up, so that an index can give the order. */
    private static List<Bson> ordered(List<Bson> filters, List<Bson> stages, ListQuery query) {
        var pipeline = new ArrayList<Bson>();
        pipeline.add(Aggregates.match(Filters.and(filters)));
        pipeline.add(Aggregates.sort(query.order().sort()));
        pipeline.addAll(stages);
        return pipeline;
    }

    private static <T> Page<T> of(List<Document> found, ListQuery query, Function<Document, T> row) {
        var shown = found.subList(0, Math.min(query.limit(), found.size()));
        return new Page<>(
                shown.stream().map(row).toList(),
                found.size() > query.limit()
                        ? query.order().cursor(shown.getLast()).encode()
                        : null);
    }
}
