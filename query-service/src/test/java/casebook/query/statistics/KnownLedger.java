package casebook.query.statistics;

import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.StationEvent;
import casebook.http.Scope;
import casebook.query.projection.LedgerEvent;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known after some events, kept in maps: what the read model must come to as well. */
final class KnownLedger {

    private final Map<IncidentId, IncidentFacts> incidents = new HashMap<>();
    private final Map<CaseId, CaseFacts> cases = new HashMap<>();

    static KnownLedger after(List<LedgerEvent> events) {
        var known = new KnownLedger();
        events.forEach(known::add);
        return known;
    }

    private void add(LedgerEvent event) {
        switch (event.event()) {
            case IncidentEvent incident ->
                incidents.put(incident.incident(), IncidentFacts.after(incidents.get(incident.incident()), incident));
            case CaseEvent caseFile ->
                cases.put(
                        caseFile.caseFile(),
                        CaseFacts.after(cases.get(caseFile.caseFile()), caseFile, _ -> Optional.empty()));
            case ExhibitEvent _, StationEvent _ -> {}
        }
    }

    YearlyTable table(YearlyQuery query, Scope scope, ZoneId zone) {
        var table = new YearlyTable(query);
        incidents
                .values()
                .forEach(facts -> facts.counted()
                        .map(occurrence -> occurrence.in(zone))
                        .filter(where -> visible(where.cell(), scope))
                        .ifPresent(where -> table.add(where.day(), where.cell(), facts.breakdown())));
        cases.values().stream()
                .filter(facts -> !facts.merged())
                .forEach(facts -> table.addCase(facts.incidents().keySet().stream()
                        .map(incidents::get)
                        .flatMap(incident -> incident.counted().stream())
                        .filter(occurrence -> visible(occurrence.cell(), scope))
                        .map(occurrence -> DatedIncident.of(occurrence, zone))
                        .toList()));
        return table;
    }

    private static boolean visible(Cell cell, Scope scope) {
        return scope.covers(cell.station(), cell.stationProvince());
    }
}
