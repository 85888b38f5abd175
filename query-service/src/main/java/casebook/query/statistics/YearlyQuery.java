package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which table is asked for. What is absent lets everything through.
 *
 * @param from the first year
 * @param to the last year
 * @param province of the place, not of the station
 */
public record YearlyQuery(
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable ProvinceCode province,
        @Nullable StationCode station,
        @Nullable Category category,
        List<GroupBy> groupBy,
        YearStart yearStart) {

    public YearlyQuery {
        groupBy = List.copyOf(groupBy);
    }

    boolean covers(int year) {
        return (from == null || from <= year) && (to == null || year <= to);
    }

    boolean matches(Cell cell) {
        return (province == null || province.equals(cell.province()))
                && (station == null || station.equals(cell.station()))
                && (category == null || category == cell.category());
    }

    boolean isByMonth() {
        return groupBy.contains(GroupBy.MONTH);
    }

    List<String> groupOf(LocalDate day, Cell cell) {
        return groupBy.stream().map(dimension -> dimension.valueOf(day, cell)).toList();
    }
}
