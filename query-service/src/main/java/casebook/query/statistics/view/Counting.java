package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.DatedIncident;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.YearlyTable;
import java.time.ZoneId;
import java.util.List;

/** Counts incidents and cases in a table, as a caller may see them. */
record Counting(YearlyTable table, Scope scope, ZoneId zone) {

    /** @param incident within the scope */
    void add(IncidentFacts incident) {
        incident.counted()
                .map(occurrence -> occurrence.in(zone))
                .ifPresent(where -> table.add(where.day(), where.cell(), incident.breakdown()));
    }

    void subtract(IncidentFacts incident) {
        incident.counted()
                .map(occurrence -> occurrence.in(zone))
                .ifPresent(where -> table.subtract(where.day(), where.cell(), incident.breakdown()));
    }

    void add(CaseFacts caseFile) {
        table.addCase(visible(caseFile));
    }

    void subtract(CaseFacts caseFile) {
        table.subtractCase(visible(caseFile));
    }

    private List<DatedIncident> visible(CaseFacts caseFile) {
        return caseFile.counted().stream()
                .filter(occurrence -> scope.covers(
                        occurrence.cell().station(), occurrence.cell().stationProvince()))
                .map(occurrence -> DatedIncident.of(occurrence, zone))
                .toList();
    }
}
