package casebook.query.statistics.web;

import casebook.query.statistics.Measures;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyRow;
import casebook.query.statistics.YearlyTable;
import java.util.List;

/**
 * A yearly table that was filled.
 *
 * @param position of the ledger that the figures are those of
 */
record YearlyFigures(YearlyQuery query, long position, List<YearlyRow> rows, Measures total) {

    static YearlyFigures of(YearlyQuery query, long position, YearlyTable table) {
        return new YearlyFigures(query, position, table.rows(), table.total());
    }
}
