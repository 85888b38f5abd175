package casebook.query.exhibits.view;

import casebook.events.CustodyDiscrepancy;
import casebook.events.DeadlineMissed;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAttached;
import casebook.query.exhibits.Deed;
import casebook.query.platform.HistoryEntry;
import casebook.query.projection.LedgerEvent;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in a chain of custody.
 *
 * @param position the ledger position after the event
 * @param by who recorded it
 * @param type the event's stored name
 * @param text a sentence in the reader's language
 * @param dueAt when the receiver's answer was due, if the step is that it did not come
 * @param custodian who holds the exhibit after it
 * @param held how much is held after it, in the unit of the statistics
 */
public record CustodyStep(
        long position,
        Instant at,
        @Nullable String by,
        @Nullable String station,
        String type,
        String text,

        @JsonUnwrapped Deed deed,

        @Nullable Instant dueAt,
        @Nullable CustodyDiscrepancy discrepancy,
        @Nullable ExhibitFileAttached file,
        String custodian,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal held) {

    static CustodyStep of(LedgerEvent event, String text, ExhibitDetails after) {
        var happened = (ExhibitEvent) event.event();
        return new CustodyStep(
                event.position(),
                event.at(),
                event.text("actor"),
                event.text("station"),
                HistoryEntry.typeOf(event),
                text,
                Deed.of(happened),
                happened instanceof DeadlineMissed missed ? missed.dueAt() : null,
                happened instanceof CustodyDiscrepancy discrepancy ? discrepancy : null,
                happened instanceof ExhibitFileAttached attached ? attached : null,
                after.custodian(),
                after.balance().held());
    }
}
