package casebook.query.statistics;

import casebook.events.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * An incident that counts.
 *
 * @param itemGroups the items by which a table may tell it apart; nothing, if it has none
 */
public record DatedIncident(LocalDate day, Cell cell, Set<Optional<Item>> itemGroups) {

    public static DatedIncident of(Occurrence occurrence, ZoneId zone) {
        var where = occurrence.in(zone);
        return new DatedIncident(where.day(), where.cell(), occurrence.itemGroups());
    }
}
