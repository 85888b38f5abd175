package casebook.query.statistics.projection;

import casebook.events.Category;
import casebook.events.ProvinceCode;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.query.platform.ScopeFilter;
import casebook.query.statistics.Cell;
import org.bson.Document;

/** How a cell stands in a document: a member for each of its components, so that filters can match them. */
final class CellFields {

    static final String PROVINCE = "province";
    static final String CATEGORY = "category";
    static final String SOURCE = "source";

    private CellFields() {}

    static void write(Cell cell, Document document) {
        document.append(PROVINCE, cell.province().value())
                .append(ScopeFilter.STATION, cell.station().value())
                .append(ScopeFilter.STATION_PROVINCE, cell.stationProvince().value())
                .append(CATEGORY, cell.category().name());
        if (cell.source() != null) {
            document.append(SOURCE, cell.source().name());
        }
    }

    static Cell read(Document document) {
        var source = document.getString(SOURCE);
        return new Cell(
                new ProvinceCode(document.getString(PROVINCE)),
                new StationCode(document.getString(ScopeFilter.STATION)),
                new ProvinceCode(document.getString(ScopeFilter.STATION_PROVINCE)),
                Category.valueOf(document.getString(CATEGORY)),
                source == null ? null : Source.valueOf(source));
    }
}
