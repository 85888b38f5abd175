package casebook.command.casefile;

import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseOpened;
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
        CaseDetails details = null;
        for (var message : ledger.events(id.toString(), Long.MAX_VALUE)) {
            if (message.getPayload() instanceof CaseOpened opened) {
                details = CaseDetails.of(opened);
            } else if (details != null && message.getPayload() instanceof CaseEvent event) {
                details = details.after(event);
            }
        }
        return Optional.ofNullable(details);
    }
}
