package casebook.query.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows that a table has in some years even where there is nothing to count: for each of its groups one in
 * every year, or in every month where it is grouped by months.
 */
final class ExpectedRows {

    private final YearlyQuery query;
    private final int monthAt;

    private ExpectedRows(YearlyQuery query) {
        this.query = query;
        this.monthAt = query.groupBy().indexOf(GroupBy.MONTH);
    }

    static Stream<RowKey> in(IntStream years, YearlyQuery query, Set<RowKey> found) {
        var rows = new ExpectedRows(query);
        var groups = rows.groupsOf(found);
        return years.boxed().flatMap(year -> groups.stream().flatMap(group -> rows.of(year, group)));
    }

    /** The groups with the month left open; a table by nothing else has one. */
    private Set<List<String>> groupsOf(Set<RowKey> found) {
        var onlyByTime = query.groupBy().stream().allMatch(GroupBy.MONTH::equals);
        return onlyByTime
                ? Set.of(query.groupBy().stream().map(_ -> "").toList())
                : found.stream().map(row -> inMonth("", row.group())).collect(Collectors.toSet());
    }

    private boolean isByMonth() {
        return monthAt >= 0;
    }

    private Stream<RowKey> of(int year, List<String> group) {
        return isByMonth()
                ? monthsOf(year).map(month -> new RowKey(year, inMonth(month.toString(), group)))
                : Stream.of(new RowKey(year, group));
    }

    private Stream<YearMonth> monthsOf(int year) {
        var last = YearMonth.from(query.yearStart().lastDayOf(year));
        return Stream.iterate(
                YearMonth.from(query.yearStart().firstDayOf(year)),
                month -> !month.isAfter(last),
                month -> month.plusMonths(1));
    }

    private List<String> inMonth(String month, List<String> group) {
        if (!isByMonth()) {
            return group;
        }
        var changed = new ArrayList<>(group);
        changed.set(monthAt, month);
        return List.copyOf(changed);
    }
}
