package casebook.command.deadline;

import casebook.command.following.Following;
import casebook.ledger.LedgerReader;

/** Whether the clocks know all that happened up to the last look: before that, one may run that was stopped long ago. Not safe for several threads. */
final class UpToDate {

    private final Following following;
    private final LedgerReader ledger;
    private long seen = Long.MAX_VALUE;

    UpToDate(Following following, LedgerReader ledger) {
        this.following = following;
        this.ledger = ledger;
    }

    /** False at the first look. */
    boolean look() {
        var before = seen;
        seen = ledger.position();
        return following.position() >= before;
    }
}
