package casebook.query.platform;

import casebook.events.EventCatalogue;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a readable timeline.
 *
 * @param position the ledger position after the event
 * @param by who did it
 * @param station of the one who did it
 * @param type the event's stored name
 * @param text a sentence in the reader's language
 */
public record HistoryEntry(
        long position,
        Instant at,
        @Nullable String by,
        @Nullable String station,
        String type,
        String text,
        List<Change> changes) {

    public static HistoryEntry of(LedgerEvent event, String text, List<Change> changes) {
        return new HistoryEntry(
                event.position(), event.at(), event.text("actor"), event.text("station"), typeOf(event), text, changes);
    }

    public static String typeOf(LedgerEvent event) {
        return EventCatalogue.nameOf(event.event());
    }
}
