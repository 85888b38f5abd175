package casebook.verify;

import casebook.transparency.LedgerEntry;
import java.util.OptionalLong;

/**
 * Checks that events come with the indexes 0, 1, 2 and so on. Where one is skipped, only the rest of the events tells
 * whether it is missing or stands elsewhere.
 */
final class EventOrder {

    private long line;
    private long next;

    /** The index that came in place of {@link #next}; none while the order is right. */
    private OptionalLong instead = OptionalLong.empty();

    /** Takes the next line; returns whether the order is right so far. */
    boolean accept(LedgerEntry entry) {
        line++;
        long index = entry.index()
                .orElseThrow(() -> Wrong.Kind.UNREADABLE.with(
                        "Line %d does not begin as a line of the ledger does.".formatted(line)));
        if (instead.isPresent()) {
            if (index == next) {
                throw Wrong.Kind.REORDERED.with("Event %d stands after event %d, on line %d instead of line %d."
                        .formatted(next, instead.getAsLong(), line, next + 1));
            }
            return false;
        }
        if (index < next) {
            throw Wrong.Kind.ADDED.with(
                    "Line %d is a second event with index %d; it should have %d.".formatted(line, index, next));
        }
        if (index > next) {
            instead = OptionalLong.of(index);
            return false;
        }
        next++;
        return true;
    }

    /** Throws what is wrong, if anything is, now that all events have come. */
    void finish() {
        if (instead.isPresent()) {
            long last = instead.getAsLong() - 1;
            throw Wrong.Kind.MISSING.with(
                    (last == next ? "Event %d is" : "The events %d to %d are").formatted(next, last)
                            + " not there; event " + instead.getAsLong() + " comes on line " + (next + 1) + ".");
        }
    }
}
