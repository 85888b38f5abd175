package casebook.ledger;

/**
 * What is wrong with a stored ledger, and where. Nothing before {@code index} is in doubt.
 *
 * @param index the first event that is, or may be, wrong
 * @param end the index after the last event among which the fault is; {@code index + 1} where one event is known to be wrong
 * @param kind what kind of fault it is
 * @param detail the fault in a sentence of plain English, with what was expected and what was found
 */
public record LedgerFault(long index, long end, Kind kind, String detail) {

    /** The kinds of faults, told apart by what shows them. */
    public enum Kind {
        /** Events are not there: between commits, in a commit, or at the end, where a checkpoint tells of more. */
        MISSING,
        /** An event or a commit stands where another one belongs. */
        MISPLACED,
        /** What is stored beside a line says something else than the line. */
        MISLABELLED,
        /** The lines do not give the tree that was recorded with them. */
        ALTERED,
        /** The lines give the tree recorded with them, but not the one that was signed: it was rewritten as a whole. */
        CONTRADICTED,
        /** A stored checkpoint is not what the log's key signed. */
        FORGED,
        /** Something is not stored in the form that the ledger writes. */
        MALFORMED
    }
}
