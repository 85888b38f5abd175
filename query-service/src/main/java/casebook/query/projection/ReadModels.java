package casebook.query.projection;

import reactor.core.publisher.Mono;

/** What the projections hold now, for reading. */
public interface ReadModels {

    /** What can be made anew from the ledger may have a database of its own, so that its writers need no rights elsewhere. */
    String DATABASE = "${casebook.read-database:${casebook.database:casebook}}";

    /**
     * Waits until these projections have reached a position, at most as long as is configured; then hands out what they hold.
     *
     * @param position 0 for no waiting
     * @return fails with the problem {@code projection-behind} (503) when the time is over
     */
    Mono<Reading> reached(long position, String... projections);
}
