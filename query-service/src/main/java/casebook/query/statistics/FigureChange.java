package casebook.query.statistics;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure that differs between two moments of knowledge.
 *
 * @param group of the row, as in {@link YearlyRow}
 * @param from the figure at the first moment; zero where there was none
 * @param events the indexes of those between the two moments that changed it, ascending
 */
public record FigureChange(
        int year, List<String> group, Figure figure, BigDecimal from, BigDecimal to, List<Long> events) {}
