package casebook.command.exhibit;

import casebook.command.handling.Refusal;
import casebook.command.handling.Standing;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.events.CustodyStatus;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitId;
import casebook.http.Scope;
import casebook.ledger.LedgerReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The exhibits that entered custody, as the ledger has them this moment. */
@Component
public final class ExhibitDirectory {

    private final LedgerReader ledger;

    ExhibitDirectory(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The exhibit, if it entered custody and its incident lies within the scope. */
    public Optional<ExhibitDetails> find(ExhibitId id, Scope scope) {
        ExhibitState state = new ExhibitState.Unentered();
        for (var message : ledger.events(id.toString(), Long.MAX_VALUE)) {
            if (message.getPayload() instanceof ExhibitEvent event) {
                state = state.after(event);
            }
        }
        return state instanceof ExhibitState.Entered(var details)
                        && scope.covers(details.station(), details.stationProvince())
                ? Optional.of(details)
                : Optional.empty();
    }

    /**
     * The first receipt of an entry that was recorded before; empty if its id stands for nothing yet.
     *
     * @throws casebook.http.ProblemException 409 if its id stands for something else
     */
    Optional<Receipt> recognise(Entry entry) {
        return ledger.event(entry.exhibit().toString(), 0).map(first -> {
            if (first.getPayload() instanceof ExhibitEntered entered && entry.repeats(entered)) {
                return Receipt.repeated(standing(entered), LedgerReader.positionAfter(first));
            }
            throw Receipts.refusal(new Refusal.IdReused());
        });
    }

    private static Standing standing(ExhibitEntered entry) {
        return new Standing(entry.exhibit().toString(), null, CustodyStatus.HELD.name(), 1);
    }
}
