package casebook.query.statistics.web;

import java.util.List;

/**
 * A yearly table.
 *
 * @param position of the ledger that the figures are those of
 */
record YearlyTableView(long position, String yearStart, List<FiguresView> years, FiguresView total) {

    static YearlyTableView of(YearlyFigures table) {
        var query = table.query();
        return new YearlyTableView(
                table.position(),
                query.yearStart().toString(),
                table.rows().stream()
                        .map(row -> FiguresView.of(row, GroupView.of(row.group(), query.groupBy())))
                        .toList(),
                FiguresView.of(table.total()));
    }
}
