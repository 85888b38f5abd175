package casebook.query.statistics.projection;

import casebook.query.statistics.Cell;
import casebook.query.statistics.DatedCell;
import java.time.YearMonth;

/** What one document of sums is over. */
record Month(YearMonth month, Cell cell) {

    static Month of(DatedCell dated) {
        return new Month(YearMonth.from(dated.day()), dated.cell());
    }

    String id() {
        return String.join(
                "/",
                month.toString(),
                cell.province().value(),
                cell.station().value(),
                cell.stationProvince().value(),
                cell.category().name(),
                cell.source() == null ? "" : cell.source().name());
    }
}
