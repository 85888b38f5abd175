package casebook.query.statistics.projection;

import casebook.query.statistics.Cell;
import casebook.query.statistics.Measures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * The sums of a month in one cell as they are stored.
 *
 * @param position up to which they reflect the ledger
 * @param sums by day, where the days were asked for; else that of the month by its first day
 */
public record StoredMonth(YearMonth month, Cell cell, long position, Map<LocalDate, Measures> sums) {}
