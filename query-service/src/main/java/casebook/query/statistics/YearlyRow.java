package casebook.query.statistics;

import java.util.List;

/**
 * A row of a yearly table.
 *
 * @param group a value for each thing that the table is grouped by, in that order; empty where the reports
 *     name none
 */
public record YearlyRow(int year, List<String> group, Measures figures) {}
