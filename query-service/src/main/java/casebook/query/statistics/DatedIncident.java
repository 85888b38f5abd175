package casebook.query.statistics;

import casebook.events.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An incident that counts.
 *
 * @param items those that were seized
 */
public record DatedIncident(LocalDate day, Cell cell, Set<Item> items) {

    public static DatedIncident of(Occurrence occurrence, ZoneId zone) {
        var where = occurrence.in(zone);
        return new DatedIncident(where.day(), where.cell(), occurrence.items());
    }

    /** The items by which a table may tell it apart; nothing, if it has none. */
    List<Optional<Item>> itemGroups() {
        return items.isEmpty()
                ? List.of(Optional.empty())
                : items.stream().map(Optional::of).toList();
    }
}
