package casebook.query.statistics;

import casebook.events.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When and where an incident counts.
 *
 * @param at to the millisecond
 * @param items what was seized in it
 */
public record Occurrence(Instant at, Cell cell, Set<Item> items) {

    public Occurrence {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        items = Set.copyOf(items);
    }

    public DatedCell in(ZoneId zone) {
        return new DatedCell(LocalDate.ofInstant(at, zone), cell);
    }
}
