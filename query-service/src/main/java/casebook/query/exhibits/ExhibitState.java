package casebook.query.exhibits;

import casebook.events.CustodyDiscrepancy;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitId;
import casebook.query.projection.LedgerEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit as its events tell it: the one fold of exhibits.
 *
 * @param enteredAt the ledger position after it entered custody
 * @param missed every offer that was not answered in time
 * @param discrepancies how many weighings differed by more than they may
 * @param version the number of its events
 * @param position the ledger position after the last of them
 */
public record ExhibitState(
        ExhibitId id,
        ExhibitDetails details,
        long enteredAt,
        List<ExhibitDeadlineMissed> missed,
        int discrepancies,
        long version,
        long position) {

    /** A list that the stored text leaves out is empty. */
    public ExhibitState {
        missed = missed == null ? List.of() : List.copyOf(missed);
    }

    /** The state after these events; empty if there is none. */
    public static Optional<ExhibitState> of(List<LedgerEvent> events) {
        ExhibitState state = null;
        for (var event : events) {
            state = evolve(state, event);
        }
        return Optional.ofNullable(state);
    }

    /**
     * @param before null before the exhibit entered custody
     * @throws IllegalStateException if the first event is not the entering
     */
    public static ExhibitState evolve(@Nullable ExhibitState before, LedgerEvent event) {
        var happened = (ExhibitEvent) event.event();
        if (happened instanceof ExhibitEntered entered) {
            return new ExhibitState(
                    entered.exhibit(),
                    ExhibitDetails.of(entered),
                    event.position(),
                    List.of(),
                    0,
                    event.sequence() + 1,
                    event.position());
        }
        if (before == null) {
            throw new IllegalStateException("The entering of exhibit " + happened.exhibit() + " is missing");
        }
        return new ExhibitState(
                before.id,
                before.details.after(happened),
                before.enteredAt,
                happened instanceof ExhibitDeadlineMissed late
                        ? Stream.concat(before.missed.stream(), Stream.of(late)).toList()
                        : before.missed,
                before.discrepancies + (happened instanceof CustodyDiscrepancy ? 1 : 0),
                event.sequence() + 1,
                event.position());
    }

    /** The offer that is overdue and still waits for its receiver, if there is one. */
    public List<ExhibitDeadlineMissed> overdue() {
        return missed.stream().filter(late -> details.awaits(late.transfer())).toList();
    }
}
