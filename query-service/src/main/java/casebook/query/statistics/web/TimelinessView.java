package casebook.query.statistics.web;

import casebook.query.exports.Value;
import casebook.query.statistics.Durations;
import casebook.query.statistics.Tally;
import casebook.query.statistics.TimelinessTable;
import casebook.query.statistics.YearlyQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How soon incidents were reported, by the year of their occurrence. */
record TimelinessView(long position, String yearStart, List<Row> years, Row total) implements TableView {

    private static final List<String> HEADER = List.of("year", "filings", "medianHours", "p95Hours", "inTime");

    static TimelinessView of(YearlyQuery query, long position, TimelinessTable table, Duration inTime) {
        return new TimelinessView(
                position,
                query.yearStart().toString(),
                table.years().entrySet().stream()
                        .map(year -> Row.of(year.getKey(), year.getValue(), inTime))
                        .toList(),
                Row.of(null, table.total(), inTime));
    }

    @Override
    public SheetRows sheet() {
        return new SheetRows(
                HEADER,
                Stream.concat(years.stream(), Stream.of(total)).map(Row::values).toList());
    }

    /**
     * The filings of a year, or of all; absent is what there are none to tell of.
     *
     * @param filings those of stations themselves: imported ones tell nothing
     * @param medianHours from occurrence to filing, exact over all and rounded half up to the hundredth
     * @param p95Hours what 95 of 100 do not exceed, by nearest rank
     * @param inTime the share filed in time, from 0 to 1, rounded half up to the ten-thousandth
     */
    record Row(
            @Nullable Integer year,
            long filings,
            @Nullable BigDecimal medianHours,
            @Nullable BigDecimal p95Hours,
            @Nullable BigDecimal inTime) {

        private static final Duration HOUR = Duration.ofHours(1);
        private static final int SHARE_PLACES = 4;

        static Row of(@Nullable Integer year, Durations delays, Duration inTime) {
            return new Row(
                    year,
                    delays.count(),
                    delays.median(HOUR).map(Tally::plain).orElse(null),
                    delays.percentile(95, HOUR).map(Tally::plain).orElse(null),
                    share(delays, inTime).map(Tally::plain).orElse(null));
        }

        private static Optional<BigDecimal> share(Durations delays, Duration inTime) {
            return delays.isEmpty()
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(delays.upTo(inTime))
                            .divide(BigDecimal.valueOf(delays.count()), SHARE_PLACES, RoundingMode.HALF_UP));
        }

        List<Value> values() {
            return List.of(
                    year == null ? Value.of(SheetRows.TOTAL) : Value.of(year),
                    Value.of(filings),
                    Value.of(medianHours),
                    Value.of(p95Hours),
                    Value.of(inTime));
        }
    }
}
