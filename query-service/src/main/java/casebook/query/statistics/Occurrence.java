package casebook.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When and where an incident counts.
 *
 * @param at to the millisecond
 */
public record Occurrence(Instant at, Cell cell) {

    public Occurrence {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public DatedCell in(ZoneId zone) {
        return new DatedCell(LocalDate.ofInstant(at, zone), cell);
    }
}
