package casebook.query.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a yearly table.
 *
 * @param group a value for each thing that the table is grouped by, in that order; empty where the reports
 *     name none
 * @param before the figures of the same group in the year before; null where they were not asked for
 */
public record YearlyRow(
        int year,
        List<String> group,
        Measures figures,
        @Nullable Measures before) {}
