package casebook.query.statistics.web;

import casebook.query.statistics.GroupBy;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyRow;
import casebook.query.statistics.YearlyTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A yearly table.
 *
 * @param position of the ledger that the figures are those of
 */
record YearlyTableView(long position, String yearStart, List<FiguresView> years, FiguresView total) {

    static YearlyTableView of(long position, YearlyQuery query, YearlyTable table) {
        return new YearlyTableView(
                position,
                query.yearStart().toString(),
                table.rows().stream()
                        .map(row -> FiguresView.of(row, groupOf(row, query.groupBy())))
                        .toList(),
                FiguresView.of(table.total()));
    }

    private static @Nullable Map<String, @Nullable String> groupOf(YearlyRow row, List<GroupBy> groupBy) {
        if (groupBy.isEmpty()) {
            return null;
        }
        var group = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < groupBy.size(); i++) {
            var value = row.group().get(i);
            group.put(groupBy.get(i).key(), value.isEmpty() ? null : value);
        }
        return group;
    }
}
