package casebook.query.statistics.projection;

import casebook.query.statistics.Cell;
import casebook.query.statistics.Measures;
import java.time.LocalDate;

/**
 * A sum as it is stored.
 *
 * @param from the day, or the first day of the month, that it is over
 * @param position up to which it reflects the ledger
 */
public record StoredSum(LocalDate from, Cell cell, long position, Measures figures) {}
