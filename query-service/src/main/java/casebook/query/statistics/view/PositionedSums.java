package casebook.query.statistics.view;

import casebook.query.statistics.Addend;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.DatedCell;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.IncidentTable;
import casebook.query.statistics.projection.StoredSum;
import casebook.query.statistics.projection.StoredVersion;
import casebook.query.statistics.projection.SumChoice;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds sums to a table as they were at one position. A batch may be written while the sums are read, and then some of them reflect
 * more of the ledger than others; what they are ahead is taken back by the versions, which are written before the sums.
 */
final class PositionedSums {

    private final long position;
    private final SumChoice choice;
    private final IncidentTable table;
    private final ZoneId zone;
    private final Map<DatedCell, Long> ahead = new HashMap<>();

    PositionedSums(long position, SumChoice choice, IncidentTable table, ZoneId zone) {
        this.position = position;
        this.choice = choice;
        this.table = table;
        this.zone = zone;
    }

    void add(StoredSum sum) {
        table.add(sum.over().day(), sum.over().cell(), sum.figures());
        if (sum.position() > position) {
            ahead.put(sum.over(), sum.position());
        }
    }

    boolean areAhead() {
        return !ahead.isEmpty();
    }

    /** @param version made or replaced by an event that is not yet below the position */
    void takeBackIncident(StoredVersion<IncidentFacts> version) {
        version.facts().addend(zone).ifPresent(addend -> takeBack(version, addend));
    }

    /** @param version likewise */
    void takeBackCase(StoredVersion<CaseFacts> version) {
        version.facts().addend(zone).ifPresent(addend -> takeBack(version, addend));
    }

    private void takeBack(StoredVersion<?> version, Addend addend) {
        var where = addend.where();
        if (version.from() >= position && reflects(where, version.from())) {
            table.subtract(where.day(), where.cell(), addend.figures());
        }
        if (reflects(where, version.to())) {
            table.add(where.day(), where.cell(), addend.figures());
        }
    }

    /** Whether the sum of which this is a part has an event in it that it should not have. */
    private boolean reflects(DatedCell where, long index) {
        return ahead.getOrDefault(choice.sumOf(where), position) > index;
    }
}
