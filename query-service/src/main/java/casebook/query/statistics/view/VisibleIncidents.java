package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.DatedIncident;
import java.time.ZoneId;
import java.util.List;

/** Those incidents of a case that count and that a caller may see. */
record VisibleIncidents(Scope scope, ZoneId zone) {

    List<DatedIncident> of(CaseFacts caseFile) {
        return caseFile.counted().stream()
                .filter(occurrence -> scope.covers(
                        occurrence.cell().station(), occurrence.cell().stationProvince()))
                .map(occurrence -> DatedIncident.of(occurrence, zone))
                .toList();
    }
}
