package casebook.query.platform;

import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The read models for one request, and at which moment of knowledge they are shown.
 *
 * @param then the position that they are shown as of, which they have reached; null where they are shown as they are
 */
public record Known(Reading reading, @Nullable Long then) {

    public static Mono<Known> of(Reading reading, ListQuery query, LedgerEvents ledger) {
        var moment = query.moment();
        return moment == null
                ? Mono.just(new Known(reading, null))
                : moment.index(reading, ledger).map(index -> new Known(reading, index));
    }

    /** The same at its position, so that nothing is shown of what happens while it is read. */
    public Known standing() {
        return new Known(reading, position());
    }

    /** Whether it shows all that was known when the reading began. */
    public boolean isLatest() {
        return position() >= reading.position();
    }

    /** That is shown. */
    public long position() {
        return then == null ? reading.position() : then;
    }
}
