package casebook.query.statistics;

import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.StationEvent;
import casebook.http.Scope;
import casebook.query.projection.LedgerEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                incidents.put(
                        incident.incident(),
                        IncidentFacts.after(
                                incidents.get(incident.incident()), incident, event.isBy("ADMIN") ? null : event.at()));
            case CaseEvent caseFile ->
                cases.put(
                        caseFile.caseFile(),
                        CaseFacts.after(cases.get(caseFile.caseFile()), caseFile, event.at(), _ -> Optional.empty()));
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
                .forEach(facts -> table.addCase(of(facts, scope, zone).toList()));
        return table;
    }

    private Stream<DatedIncident> of(CaseFacts facts, Scope scope, ZoneId zone) {
        return facts.incidents().keySet().stream()
                .map(incidents::get)
                .flatMap(incident -> incident.counted().stream())
                .filter(occurrence -> visible(occurrence.cell(), scope))
                .map(occurrence -> DatedIncident.of(occurrence, zone));
    }

    /** The delays of each year in milliseconds, ascending. */
    Map<Integer, List<Long>> delays(YearlyQuery query, Scope scope, ZoneId zone) {
        return incidents.values().stream()
                .filter(facts -> !facts.voided() && facts.reported() != null)
                .filter(facts -> visible(facts.occurrence().cell(), scope)
                        && query.matches(facts.occurrence().cell())
                        && query.covers(yearOf(facts, query, zone)))
                .collect(Collectors.groupingBy(
                        facts -> yearOf(facts, query, zone),
                        Collectors.collectingAndThen(
                                Collectors.mapping(KnownLedger::delay, Collectors.toList()),
                                delays -> delays.stream().sorted().toList())));
    }

    private static int yearOf(IncidentFacts facts, YearlyQuery query, ZoneId zone) {
        return query.yearOf(LocalDate.ofInstant(facts.occurrence().at(), zone));
    }

    private static long delay(IncidentFacts facts) {
        var reported = Objects.requireNonNull(facts.reported());
        return Math.max(0, reported.toEpochMilli() - facts.occurrence().at().toEpochMilli());
    }

    /** The cases that count, each by when it was opened and closed. */
    List<CaseFacts> cases(YearlyQuery query, Scope scope, ZoneId zone) {
        return cases.values().stream()
                .filter(facts ->
                        !facts.merged() && of(facts, scope, zone).anyMatch(incident -> query.matches(incident.cell())))
                .toList();
    }

    private static boolean visible(Cell cell, Scope scope) {
        return scope.covers(cell.station(), cell.stationProvince());
    }
}
