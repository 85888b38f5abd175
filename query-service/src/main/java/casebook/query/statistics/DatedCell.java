package casebook.query.statistics;

import java.time.LocalDate;

/** A day and a place in a table. */
public record DatedCell(LocalDate day, Cell cell) {}
