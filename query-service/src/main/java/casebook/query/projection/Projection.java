package casebook.query.projection;

import java.util.List;

/**
 * A read model: a deterministic fold of the ledger into documents. It sees every event, in order, in batches, on one thread at a
 * time; it never calls out and never asks the clock.
 *
 * <p>A batch may be handed over again after a crash, from its first event or from one in its middle. Every document therefore holds,
 * as {@code position}, the position up to which it is folded, and an event below that is not applied to it again
 * ({@link Documents} sees to the writing). A projection may keep documents of different aggregates apart, so that an aggregate
 * whose events wait as dead letters is mended by processing them again; what several aggregates share is mended by a rebuild.
 */
public interface Projection {

    /** Lower case; processor, token, progress and dead letters are kept under it. */
    String name();

    /**
     * Which form its documents have, counted from 1: to be raised with every change after which older documents would be misread. A
     * new form begins empty, beside what the older one has, and is filled from the ledger.
     */
    default int form() {
        return 1;
    }

    /** The collections with their indexes; names are unique among all projections. */
    List<CollectionSpec> collections();

    /**
     * @param collections those of the generation that is written
     * @param upcoming what will be applied, in order, so that one query can fetch all that it touches
     */
    Batch begin(ModelCollections collections, List<LedgerEvent> upcoming);

    /** Some events in a row. */
    interface Batch {

        /**
         * Folds one event, in memory. An exception makes the event a dead letter, and all later ones of its aggregate with it, so
         * nothing of the event may have been folded when it is thrown.
         */
        void apply(LedgerEvent event);

        /** May write what is folded already and final, so that it need not be kept until the batch ends. Called after each event; an exception leads to the same batch again. */
        default void relieve() {}

        /** Writes what was folded, rows before the sums over them. An exception leads to the same batch again. */
        void write();
    }
}
