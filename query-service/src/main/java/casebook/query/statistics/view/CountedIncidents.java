package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.projection.Reading;
import casebook.query.statistics.IncidentTable;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.projection.StatisticsModel;
import casebook.query.statistics.projection.SumChoice;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** Counts the incidents that a caller may see in a table, exactly as the ledger was at a position. */
record CountedIncidents(Reading reading, YearlyQuery query, Scope scope, ZoneId zone) {

    /** At the position of the reading, from the sums. With them come the cases that they count. */
    Mono<Void> now(IncidentTable table, SumChoice choice) {
        var model = new StatisticsModel(reading);
        var sums = new PositionedSums(reading.position(), choice, table, zone);
        return model.sums(choice)
                .doOnNext(sums::add)
                .then(Mono.defer(() -> sums.areAhead() ? takeBack(model, sums, choice.countsCases()) : Mono.empty()));
    }

    private Mono<Void> takeBack(StatisticsModel model, PositionedSums sums, boolean cases) {
        var incidents = model.incidentsChangedFrom(reading.position())
                .doOnNext(sums::takeBackIncident)
                .then();
        return cases
                ? incidents
                        .thenMany(model.casesChangedFrom(reading.position()))
                        .doOnNext(sums::takeBackCase)
                        .then()
                : incidents;
    }

    /** As they were known at a position up to that of the reading, from the versions. */
    Mono<Void> asKnownAt(long position, IncidentTable table) {
        return new StatisticsModel(reading)
                .incidentsKnownAt(position, query, scope, zone)
                .doOnNext(new Counting(table, zone)::add)
                .then();
    }
}
