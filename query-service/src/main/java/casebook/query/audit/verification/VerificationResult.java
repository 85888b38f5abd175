package casebook.query.audit.verification;

import casebook.ledger.LedgerFault;
import casebook.ledger.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The last line of a verification.
 *
 * @param events how many events were read, up to the end or to the fault
 * @param checkpoints how many checkpoints were compared and agree
 * @param covered the number of events that the largest of them covers
 * @param firstBadIndex nothing before it is in doubt
 * @param badUntil the index after the last event among which the fault is
 * @param what the kind of the fault
 * @param message what the kind means, in the reader's language
 * @param detail what was expected and found, in English
 */
record VerificationResult(
        long events,
        boolean ok,
        long checkpoints,
        long covered,
        @Nullable Long firstBadIndex,
        @Nullable Long badUntil,
        LedgerFault.@Nullable Kind what,
        @Nullable String message,
        @Nullable String detail) {

    static VerificationResult sound(Verification verification) {
        return new VerificationResult(
                verification.events(),
                true,
                verification.checkpoints(),
                verification.covered(),
                null,
                null,
                null,
                null,
                null);
    }

    static VerificationResult broken(Verification verification, LedgerFault fault, String message) {
        return new VerificationResult(
                verification.events(),
                false,
                verification.checkpoints(),
                verification.covered(),
                fault.index(),
                fault.end(),
                fault.kind(),
                message,
                fault.detail());
    }
}
