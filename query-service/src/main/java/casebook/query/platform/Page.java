package casebook.query.platform;

import com.mongodb.reactivestreams.client.MongoCollection;
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

    public static <T> Mono<Page<T>> of(
            MongoCollection<Document> collection, Bson filter, SortOrder order, int limit, Function<Document, T> row) {
        return Flux.from(collection.find(filter).sort(order.sort()).limit(limit + 1))
                .collectList()
                .map(found -> of(found, order, limit, row));
    }

    /** @param found one row more than the limit, if there are more */
    public static <T> Page<T> of(List<Document> found, SortOrder order, int limit, Function<Document, T> row) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(row).toList(),
                found.size() > limit ? order.cursor(shown.getLast()).encode() : null);
    }
}
