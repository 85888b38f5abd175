package casebook.query.audit.bundle;

import casebook.ledger.LedgerLine;
import casebook.ledger.StoredCheckpoint;
import casebook.transparency.InclusionProof;
import java.util.List;

/**
 * What a bundle is made of.
 *
 * @param checkpoint one that covers all the events
 * @param lines the events in ledger order
 * @param proofs one for each line, in the same order, for the checkpoint's size
 */
public record Bundle(
        StoredCheckpoint checkpoint, List<LedgerLine> lines, List<InclusionProof> proofs, Timeline timeline) {}
