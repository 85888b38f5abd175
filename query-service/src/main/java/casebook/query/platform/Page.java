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
        return aggregated(collection, List.of(Aggregates.match(Filters.and(filters))), query, row);
    }

    /** @param stages that select the rows */
    public static <T> Mono<Page<T>> aggregated(
            MongoCollection<Document> collection, List<Bson> stages, ListQuery query, Function<Document, T> row) {
        var pipeline = new ArrayList<>(stages);
        if (query.after() != null) {
            pipeline.add(Aggregates.match(query.after()));
        }
        pipeline.add(Aggregates.sort(query.order().sort()));
        pipeline.add(Aggregates.limit(query.limit() + 1));
        return Flux.from(collection.aggregate(pipeline)).collectList().map(found -> of(found, query, row));
    }

    /** All the rows in the order of the query, whatever its limit and cursor. */
    public static <T> Flux<T> all(
            MongoCollection<Document> collection, List<Bson> stages, ListQuery query, Function<Document, T> row) {
        var pipeline = new ArrayList<>(stages);
        pipeline.add(Aggregates.sort(query.order().sort()));
        return Flux.from(collection.aggregate(pipeline).allowDiskUse(true)).map(row);
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
