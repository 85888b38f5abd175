package casebook.query.stations;

import casebook.events.StationReported;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The regular report of a station that is for the latest day.
 *
 * @param date the day that it is for
 * @param at when it was recorded
 */
public record LastReport(
        LocalDate date,
        boolean nothingToReport,
        @Nullable String text,
        Instant at,
        @Nullable String by) {

    /** @param before null if there was none */
    public static LastReport after(@Nullable LastReport before, StationReported reported, LedgerEvent event) {
        return before != null && before.date.isAfter(reported.date())
                ? before
                : new LastReport(
                        reported.date(), reported.nothingToReport(), reported.text(), event.at(), event.text("actor"));
    }
}
