package casebook.command.casefile;

import casebook.command.casefile.CaseProgress.Opened;
import casebook.command.casefile.CaseProgress.Unopened;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.http.Caller;
import casebook.ledger.LedgerReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cases that were opened, as the ledger has them this moment. */
@Component
public final class CaseDirectory {

    private final LedgerReader ledger;

    CaseDirectory(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The case, whoever may see it. */
    public Optional<CaseDetails> find(CaseId id) {
        return progress(id) instanceof Opened file ? Optional.of(file.details()) : Optional.empty();
    }

    /** The case, if this caller may see it. */
    Optional<CaseDetails> find(CaseId id, Caller caller) {
        return progress(id) instanceof Opened file && file.existsFor(caller)
                ? Optional.of(file.details())
                : Optional.empty();
    }

    private CaseProgress progress(CaseId id) {
        CaseProgress progress = new Unopened();
        for (var message : ledger.events(id.toString(), Long.MAX_VALUE)) {
            if (message.getPayload() instanceof CaseEvent event) {
                progress = progress.after(event, message.getSequenceNumber());
            }
        }
        return progress;
    }
}
