package casebook.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading the whole ledger again.
 *
 * @param events how many events were read, up to the end or to the fault
 * @param checkpoints how many checkpoints were compared and agree
 * @param covered the number of events that the largest of them covers; those after it are vouched for by the ledger alone
 * @param fault the first fault, null if there is none
 */
public record Verification(
        long events,
        long checkpoints,
        long covered,
        @Nullable LedgerFault fault) {

    /** Whether nothing is wrong. */
    public boolean ok() {
        return fault == null;
    }
}
