package casebook.query.platform;

import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/**
 * All rows of a list as of a position that was the latest when the reading began, in one pass over what is present, however long that takes and without sorting what
 * an index has in order: what was superseded of a stretch before it was read is looked for after it, and put in its place.
 */
final class Stretches {

    private final Rows rows;
    private final Rows.Former former;
    private final SortOrder order;

    Stretches(Rows rows, Rows.Former former, SortOrder order) {
        this.rows = rows;
        this.former = former;
        this.order = order;
    }

    Flux<Document> ofLength(int length) {
        return Flux.concat(present().buffer(length), Flux.just(List.<Document>of()))
                .scan(new Stretch(List.of(), empty(), empty()), this::next)
                .skip(1)
                .concatMap(this::complete, 1)
                .distinctUntilChanged(Page::id);
    }

    private Flux<Document> present() {
        var pipeline = rows.present(former).pipeline(empty(), List.of(sort(order.sort())), List.of());
        return Flux.from(rows.collection().aggregate(pipeline).allowDiskUse(true));
    }

    /** The last is empty, and goes on to the end. */
    private Stretch next(Stretch before, List<Document> present) {
        return present.isEmpty()
                ? new Stretch(present, before.rest(), empty())
                : new Stretch(
                        present, and(before.rest(), order.upTo(present.getLast())), order.behind(present.getLast()));
    }

    private Flux<Document> complete(Stretch stretch) {
        var pipeline = new ArrayList<>(Rows.past(former, stretch.range(), List.of(sort(order.sort())), List.of()));
        var superseded = Flux.from(former.versions().aggregate(pipeline).allowDiskUse(true));
        return Flux.mergeComparing(order.comparator(), Flux.fromIterable(stretch.present()), superseded);
    }

    /**
     * Some rows that follow each other.
     *
     * @param range from where to where in the order they reach
     * @param rest what lies behind
     */
    private record Stretch(List<Document> present, Bson range, Bson rest) {}
}
