package casebook.query.statistics.projection;

import casebook.query.statistics.Breakdown;
import casebook.query.statistics.Cell;
import java.time.LocalDate;

/**
 * A sum as it is stored.
 *
 * @param from the day, or the first day of the month, that it is over
 * @param position up to which it reflects the ledger
 * @param figures with items and delays only where those were asked for
 */
public record StoredSum(LocalDate from, Cell cell, long position, Breakdown figures) {}
