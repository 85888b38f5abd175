package casebook.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many case files were opened and closed in each year, and how long those that were closed had been open. A case counts if one of
 * its incidents that count does, like in the yearly table; one that was opened again is closed no more.
 */
public final class ClearanceTable {

    private final YearlyQuery query;
    private final ZoneId zone;
    private final Map<Integer, Year> years = new TreeMap<>();

    public ClearanceTable(YearlyQuery query, ZoneId zone) {
        this.query = query;
        this.zone = zone;
    }

    /** @param incidents all those of the case that count and that the caller may see */
    public void add(CaseFacts caseFile, Collection<DatedIncident> incidents) {
        if (incidents.stream().anyMatch(incident -> query.matches(incident.cell()))) {
            var opened = yearOf(caseFile.opened());
            if (query.covers(opened)) {
                year(opened).opened++;
            }
            if (caseFile.closed() != null && query.covers(yearOf(caseFile.closed()))) {
                year(yearOf(caseFile.closed())).open.addBetween(caseFile.opened(), caseFile.closed());
            }
        }
    }

    private int yearOf(Instant moment) {
        return query.yearOf(LocalDate.ofInstant(moment, zone));
    }

    private Year year(int year) {
        return years.computeIfAbsent(year, _ -> new Year());
    }

    /** Every year between a first and a last that the query names, else those in which a case was opened or closed. */
    public List<ClearanceRow> rows() {
        query.expectedYears().forEach(this::year);
        return years.entrySet().stream()
                .map(year -> new ClearanceRow(year.getKey(), year.getValue().opened, year.getValue().open))
                .toList();
    }

    private static final class Year {
        private final Durations open = new Durations();
        private long opened;
    }
}
