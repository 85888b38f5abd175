package casebook.query.statistics.view;

import casebook.query.statistics.DatedCell;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.IncidentTable;
import casebook.query.statistics.YearStart;
import casebook.query.statistics.projection.StoredSum;
import casebook.query.statistics.projection.StoredVersion;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds sums to a table as they were at one position. A batch may be written while the sums are read, and then some of them reflect
 * more of the ledger than others; what they are ahead is taken back by the versions, which are written before the sums.
 */
final class PositionedSums {

    private final long position;
    private final YearStart yearStart;
    private final IncidentTable table;
    private final ZoneId zone;
    private final Map<DatedCell, Long> ahead = new HashMap<>();

    PositionedSums(long position, YearStart yearStart, IncidentTable table, ZoneId zone) {
        this.position = position;
        this.yearStart = yearStart;
        this.table = table;
        this.zone = zone;
    }

    void add(StoredSum sum) {
        table.add(sum.from(), sum.cell(), sum.figures());
        if (sum.position() > position) {
            ahead.put(new DatedCell(sum.from(), sum.cell()), sum.position());
        }
    }

    boolean areAhead() {
        return !ahead.isEmpty();
    }

    /** @param version made or replaced by an event that is not yet below the position */
    void takeBack(StoredVersion<IncidentFacts> version) {
        version.facts().counted().map(occurrence -> occurrence.in(zone)).ifPresent(where -> {
            if (version.from() >= position && reflects(where, version.from())) {
                table.subtract(where.day(), where.cell(), version.facts().breakdown());
            }
            if (reflects(where, version.to())) {
                table.add(where.day(), where.cell(), version.facts().breakdown());
            }
        });
    }

    /** Whether the sum of which this is a part has an event in it that it should not have. */
    private boolean reflects(DatedCell where, long index) {
        var day = where.day();
        var sumFrom = yearStart.splits(YearMonth.from(day)) ? day : day.withDayOfMonth(1);
        return ahead.getOrDefault(new DatedCell(sumFrom, where.cell()), position) > index;
    }
}
