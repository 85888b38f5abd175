package casebook.query.statistics.view;

import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import reactor.core.publisher.Mono;

/** Fills tables of one kind, exactly as the ledger was at a position, with what a caller may see. */
public interface Tables<T> {

    /** The table at the position of a reading. */
    Mono<T> now(Reading reading, YearlyQuery query, Sight sight);

    /** The table as it was known at a position up to that of the reading. */
    Mono<T> asKnownAt(long position, Reading reading, YearlyQuery query, Sight sight);
}
