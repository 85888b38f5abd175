package casebook.command.deadline;

import casebook.events.CaseOpened;
import casebook.events.Category;
import casebook.events.ExhibitEntered;
import casebook.events.IncidentFiled;
import casebook.ledger.LedgerReader;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Looks up in the ledger what incident something began with: a read or two. */
final class FiledCategories implements Categories {

    private final LedgerReader ledger;

    FiledCategories(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public @Nullable Category of(String aggregate) {
        var first = ledger.event(aggregate, 0).map(Message::getPayload).orElse(null);
        return switch (first) {
            case IncidentFiled filed -> filed.details().category();
            case CaseOpened opened ->
                of(opened.incidents().getFirst().incident().toString());
            case ExhibitEntered entered -> of(entered.incident().toString());
            case null, default -> null;
        };
    }
}
