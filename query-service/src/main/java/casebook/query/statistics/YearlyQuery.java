package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which table is asked for. What is absent lets everything through.
 *
 * @param from the first year
 * @param to the last year
 * @param province of the place, not of the station
 * @param compared whether each row also has the figures of the year before
 */
public record YearlyQuery(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable ProvinceCode province,
        @Nullable StationCode station,
        @Nullable Category category,
        List<GroupBy> groupBy,
        YearStart yearStart,
        boolean compared) {

    public YearlyQuery {
        groupBy = List.copyOf(groupBy);
    }

    /** Without the year before. */
    public YearlyQuery(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable ProvinceCode province,
            @Nullable StationCode station,
            @Nullable Category category,
            List<GroupBy> groupBy,
            YearStart yearStart) {
        this(from, to, province, station, category, groupBy, yearStart, false);
    }

    /** The same with the year before beside each year. */
    public YearlyQuery comparing() {
        return new YearlyQuery(from, to, province, station, category, groupBy, yearStart, true);
    }

    /** The same without the year before and with other groups. */
    public YearlyQuery groupedBy(List<GroupBy> groups) {
        return new YearlyQuery(from, to, province, station, category, groups, yearStart, false);
    }

    /** The same for one category alone. */
    public YearlyQuery of(Category only) {
        return new YearlyQuery(from, to, province, station, only, groupBy, yearStart, compared);
    }

    /** The first year of which figures are needed; null for all. */
    public @Nullable Integer firstYearRead() {
        return from != null && compared ? Integer.valueOf(from - 1) : from;
    }

    int yearOf(LocalDate day) {
        return yearStart.yearOf(day);
    }

    /** The years that a table has even where there is nothing to count. */
    IntStream expectedYears() {
        return from == null || to == null ? IntStream.empty() : IntStream.rangeClosed(from, to);
    }

    /** The years from the first to the last, where one that is not named is the outermost of what was found or is named; none if there is neither. */
    IntStream yearsAround(Collection<RowKey> found) {
        var years = IntStream.concat(
                        found.stream().mapToInt(RowKey::year),
                        Stream.of(from, to).filter(Objects::nonNull).mapToInt(Integer::intValue))
                .filter(this::covers)
                .summaryStatistics();
        return IntStream.rangeClosed(years.getMin(), years.getMax());
    }

    boolean reads(int year) {
        var first = firstYearRead();
        return (first == null || first <= year) && (to == null || year <= to);
    }

    boolean covers(int year) {
        return (from == null || from <= year) && (to == null || year <= to);
    }

    boolean matches(Cell cell) {
        return (province == null || province.equals(cell.province()))
                && (station == null || station.equals(cell.station()))
                && (category == null || category == cell.category());
    }

    /** Whether what happened in one calendar year need not be told apart by time, nor by source. */
    public boolean isByYearsAlone() {
        return yearStart.equals(YearStart.CALENDAR) && !isByMonth() && !groupBy.contains(GroupBy.SOURCE);
    }

    /** Whether it asks where anything happened. */
    public boolean asksForPlace() {
        return province != null
                || station != null
                || groupBy.contains(GroupBy.PROVINCE)
                || groupBy.contains(GroupBy.STATION);
    }

    boolean isByMonth() {
        return groupBy.contains(GroupBy.MONTH);
    }

    public boolean isByItem() {
        return groupBy.contains(GroupBy.ITEM);
    }

    /** @param item nothing where nothing was seized, or the table does not tell items apart */
    List<String> groupOf(LocalDate day, Cell cell, Optional<Item> item) {
        return groupBy.stream()
                .map(dimension -> dimension.valueOf(day, cell, item))
                .toList();
    }

    /** The row of the same group in the year before; of a month, that month a year before. */
    RowKey yearBefore(RowKey row) {
        var month = groupBy.indexOf(GroupBy.MONTH);
        if (month < 0) {
            return new RowKey(row.year() - 1, row.group());
        }
        var group = new ArrayList<>(row.group());
        group.set(month, YearMonth.parse(group.get(month)).minusYears(1).toString());
        return new RowKey(row.year() - 1, List.copyOf(group));
    }
}
