package casebook.query.statistics;

import casebook.events.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The items by which a table may tell it apart; nothing, if it has none. */
    Set<Optional<Item>> itemGroups() {
        return items.isEmpty()
                ? Set.of(Optional.empty())
                : items.stream().map(Optional::of).collect(Collectors.toUnmodifiableSet());
    }

    public DatedCell in(ZoneId zone) {
        return new DatedCell(LocalDate.ofInstant(at, zone), cell);
    }
}
