package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.projection.Reading;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.DatedIncident;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyTable;
import casebook.query.statistics.projection.StatisticsModel;
import java.time.ZoneId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Fills yearly tables, exactly as the ledger was at a position, with what a caller may see. */
public final class YearlyTables {

    private final ZoneId zone;

    /** @param zone in which an incident falls on a day, and so into a year */
    public YearlyTables(ZoneId zone) {
        this.zone = zone;
    }

    /** The figures at the position of a reading, from the sums. */
    public Mono<YearlyTable> now(Reading reading, YearlyQuery query, Scope scope) {
        var model = new StatisticsModel(reading);
        var table = new YearlyTable(query);
        var sums = new PositionedSums(reading.position(), query.yearStart(), table, zone);
        return model.sums(query, scope)
                .doOnNext(sums::add)
                .then(Mono.defer(() -> sums.areAhead()
                        ? model.incidentsChangedFrom(reading.position())
                                .doOnNext(sums::takeBack)
                                .then()
                        : Mono.empty()))
                .then(addCases(model, reading.position(), table, scope))
                .thenReturn(table);
    }

    /** The figures as they were known at a position up to that of the reading, from the versions. */
    public Mono<YearlyTable> asKnownAt(long position, Reading reading, YearlyQuery query, Scope scope) {
        var model = new StatisticsModel(reading);
        var table = new YearlyTable(query);
        return model.incidentsKnownAt(position, query, scope)
                .doOnNext(incident -> add(incident, table))
                .then(addCases(model, position, table, scope))
                .thenReturn(table);
    }

    private void add(IncidentFacts incident, YearlyTable table) {
        incident.counted()
                .map(occurrence -> occurrence.in(zone))
                .ifPresent(where -> table.add(where.day(), where.cell(), incident.breakdown()));
    }

    private Mono<Void> addCases(StatisticsModel model, long position, YearlyTable table, Scope scope) {
        return model.casesKnownAt(position)
                .doOnNext(facts -> table.addCase(visible(facts, scope)))
                .then();
    }

    private List<DatedIncident> visible(CaseFacts facts, Scope scope) {
        return facts.counted().stream()
                .filter(occurrence -> scope.covers(
                        occurrence.cell().station(), occurrence.cell().stationProvince()))
                .map(occurrence -> DatedIncident.of(occurrence, zone))
                .toList();
    }
}
