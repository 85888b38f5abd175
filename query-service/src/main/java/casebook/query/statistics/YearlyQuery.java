package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which table is asked for. An empty set lets everything through.
 *
 * @param from first year, or the first that has incidents
 * @param to last year, or the last that has incidents
 */
public record YearlyQuery(
        @Nullable Integer from,
        @Nullable Integer to,
        Set<ProvinceCode> provinces,
        Set<StationCode> stations,
        Set<Category> categories,
        List<GroupBy> groupBy,
        YearStart yearStart) {

    public YearlyQuery {
        provinces = Set.copyOf(provinces);
        stations = Set.copyOf(stations);
        categories = Set.copyOf(categories);
        groupBy = List.copyOf(groupBy);
    }

    boolean covers(int year) {
        return (from == null || from <= year) && (to == null || year <= to);
    }

    boolean matches(Cell cell) {
        return (provinces.isEmpty() || provinces.contains(cell.province()))
                && (stations.isEmpty() || stations.contains(cell.station()))
                && (categories.isEmpty() || categories.contains(cell.category()));
    }

    boolean isByMonth() {
        return groupBy.contains(GroupBy.MONTH);
    }

    List<String> groupOf(LocalDate day, Cell cell) {
        return groupBy.stream().map(dimension -> dimension.valueOf(day, cell)).toList();
    }
}
