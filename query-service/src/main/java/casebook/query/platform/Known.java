package casebook.query.platform;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.lte;

import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The read models for one request, and at which moment of knowledge they are shown.
 *
 * @param then the position that they are shown as of, which they have reached; null where they are shown as they are
 * @param latest no event before that position was recorded later; null where they are shown as they are
 */
public record Known(
        Reading reading, @Nullable Long then, @Nullable Instant latest) {

    /** More than the five minutes by which what is reported may lie ahead of the clock. */
    private static final Duration AHEAD = Duration.ofDays(1);

    public static Mono<Known> of(Reading reading, ListQuery query, LedgerEvents ledger) {
        var moment = query.moment();
        return moment == null
                ? Mono.just(new Known(reading, null, null))
                : moment.index(reading, ledger)
                        .flatMap(index -> ledger.latestBefore(index).map(latest -> new Known(reading, index, latest)));
    }

    /** The same at its position, so that nothing is shown of what happens while it is read. */
    public Known standing() {
        return new Known(reading, position(), latest);
    }

    /** Whether it shows all that was known when the reading began. */
    public boolean isLatest() {
        return position() >= reading.position();
    }

    /** That is shown. */
    public long position() {
        return then == null ? reading.position() : then;
    }

    /**
     * What all that was known then meets, so that a list in the order of a time is entered there, and not at what was recorded since. Whatever a list is ordered by has happened when it is
     * recorded, but for the tolerance of clocks.
     */
    public Bson notLater(SortOrder order) {
        return latest == null || !order.dated() ? empty() : lte(order.field(), Date.from(latest.plus(AHEAD)));
    }
}
