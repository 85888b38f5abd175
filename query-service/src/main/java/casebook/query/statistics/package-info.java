/**
 * The yearly figures. An incident's events fold into {@link casebook.query.statistics.IncidentFacts}, whose
 * {@link casebook.query.statistics.Measures} add up in a {@link casebook.query.statistics.YearlyTable}; nothing here is rounded.
 * {@code projection} keeps the facts and their sums, {@code view} reads them, {@code web} answers requests.
 */
@NullMarked
package casebook.query.statistics;

import org.jspecify.annotations.NullMarked;
