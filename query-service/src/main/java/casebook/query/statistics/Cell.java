package casebook.query.statistics;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.Source;
import casebook.events.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where in a table an incident counts, its time apart.
 *
 * @param province where it happened; filters and groups go by it
 * @param stationProvince the station's when the incident was filed; a caller's scope goes by it
 */
public record Cell(
        ProvinceCode province,
        StationCode station,
        ProvinceCode stationProvince,
        Category category,
        @Nullable Source source) {

    public Cell ofAnySource() {
        return new Cell(province, station, stationProvince, category, null);
    }
}
