package casebook.command.handling;

import casebook.ledger.LedgerEventStorageEngine;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** An outcome with the unit of work that it came about in, which knows the ledger position once it has committed. */
public final class Ticket {

    private final Outcome outcome;
    private final UnitOfWork<?> work;

    Ticket(Outcome outcome, UnitOfWork<?> work) {
        this.outcome = outcome;
        this.work = work;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The ledger position after what was recorded; null if nothing was. */
    public @Nullable Long position() {
        return work.root().getResource(LedgerEventStorageEngine.POSITION_RESOURCE);
    }
}
