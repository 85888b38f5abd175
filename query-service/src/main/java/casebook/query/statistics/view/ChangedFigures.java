package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.projection.Reading;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.FigureChange;
import casebook.query.statistics.IncidentFacts;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyChanges;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyTable;
import casebook.query.statistics.projection.StatisticsModel;
import casebook.query.statistics.projection.Step;
import java.time.ZoneId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells which figures of a table differ between two moments of knowledge, from the versions that events between them made. */
public final class ChangedFigures {

    private final YearlyTables tables;
    private final ZoneId zone;

    /** @param zone the same as that of the tables */
    public ChangedFigures(YearlyTables tables, ZoneId zone) {
        this.tables = tables;
        this.zone = zone;
    }

    /**
     * @param first position of the first moment
     * @param second of the second: not before the first, and not behind that of the reading
     */
    public Mono<List<FigureChange>> between(long first, long second, Reading reading, YearlyQuery query, Sight sight) {
        var model = new StatisticsModel(reading);
        return tables.asKnownAt(first, reading, query, sight)
                .map(YearlyChanges::new)
                .flatMap(changes -> model.incidentSteps(first, second, sight.scope())
                        .doOnNext(step -> changes.add(step.index(), effect(step, query)))
                        .thenMany(model.caseSteps(first, second, sight).bufferUntilChanged(Step::index))
                        .doOnNext(steps -> changes.add(steps.getFirst().index(), effect(steps, query, sight.scope())))
                        .then(Mono.fromSupplier(changes::changes)));
    }

    private YearlyTable effect(Step<IncidentFacts> step, YearlyQuery query) {
        var table = new YearlyTable(query);
        var counting = new Counting(table, zone);
        if (step.before() != null) {
            counting.subtract(step.before());
        }
        counting.add(step.after());
        return table;
    }

    /** @param steps all those that one event made: several cases change with an incident that is in all of them */
    private YearlyTable effect(List<Step<CaseFacts>> steps, YearlyQuery query, Scope scope) {
        var table = new YearlyTable(query);
        var visible = new VisibleIncidents(scope, zone);
        for (var step : steps) {
            if (step.before() != null) {
                table.subtractCase(visible.of(step.before()));
            }
            table.addCase(visible.of(step.after()));
        }
        return table;
    }
}
