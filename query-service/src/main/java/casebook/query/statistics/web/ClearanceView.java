package casebook.query.statistics.web;

import casebook.query.exports.Value;
import casebook.query.statistics.ClearanceRow;
import casebook.query.statistics.ClearanceTable;
import casebook.query.statistics.Durations;
import casebook.query.statistics.Tally;
import casebook.query.statistics.YearlyQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many case files were opened and closed, by year. */
record ClearanceView(long position, String yearStart, List<Row> years, Row total) implements TableView {

    private static final List<String> HEADER = List.of("year", "opened", "closed", "medianDays");

    static ClearanceView of(YearlyQuery query, long position, ClearanceTable table) {
        var rows = table.rows();
        var opened = rows.stream().mapToLong(ClearanceRow::opened).sum();
        var open = new Durations();
        rows.forEach(row -> open.add(row.open()));
        return new ClearanceView(
                position,
                query.yearStart().toString(),
                rows.stream()
                        .map(row -> Row.of(row.year(), row.opened(), row.open()))
                        .toList(),
                Row.of(null, opened, open));
    }

    @Override
    public SheetRows sheet() {
        return new SheetRows(
                HEADER,
                Stream.concat(years.stream(), Stream.of(total)).map(Row::values).toList());
    }

    /**
     * The case files of a year, or of all.
     *
     * @param opened in the year
     * @param closed in the year, and not opened again
     * @param medianDays from opening to closing of those closed, exact over all and rounded half up to the hundredth; absent if there
     *     are none
     */
    record Row(
            @Nullable Integer year,
            long opened,
            long closed,
            @Nullable BigDecimal medianDays) {

        private static final Duration DAY = Duration.ofDays(1);

        static Row of(@Nullable Integer year, long opened, Durations open) {
            return new Row(
                    year,
                    opened,
                    open.count(),
                    open.median(DAY).map(Tally::plain).orElse(null));
        }

        List<Value> values() {
            return List.of(
                    year == null ? Value.of(SheetRows.TOTAL) : Value.of(year),
                    Value.of(opened),
                    Value.of(closed),
                    Value.of(medianDays));
        }
    }
}
