package casebook.query.statistics;

import java.time.LocalDate;

/** A day and a place in a table. */
public record DatedCell(LocalDate day, Cell cell) {

    /** The first day of its calendar year, and the cell whatever the source. */
    DatedCell inYear() {
        return new DatedCell(day.withDayOfYear(1), cell.ofAnySource());
    }
}
