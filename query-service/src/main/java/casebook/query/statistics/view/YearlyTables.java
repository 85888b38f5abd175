package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.projection.Reading;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyTable;
import casebook.query.statistics.projection.StatisticsModel;
import java.time.ZoneId;
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
        var counting = new Counting(new YearlyTable(query), scope, zone);
        var sums = new PositionedSums(reading.position(), query.yearStart(), counting.table(), zone);
        return model.sums(query, scope)
                .doOnNext(sums::add)
                .then(Mono.defer(() -> sums.areAhead()
                        ? model.incidentsChangedFrom(reading.position())
                                .doOnNext(sums::takeBack)
                                .then()
                        : Mono.empty()))
                .thenMany(model.casesKnownAt(reading.position()))
                .doOnNext(counting::add)
                .then(Mono.fromSupplier(counting::table));
    }

    /** The figures as they were known at a position up to that of the reading, from the versions. */
    public Mono<YearlyTable> asKnownAt(long position, Reading reading, YearlyQuery query, Scope scope) {
        var model = new StatisticsModel(reading);
        var counting = new Counting(new YearlyTable(query), scope, zone);
        return model.incidentsKnownAt(position, query, scope)
                .doOnNext(counting::add)
                .thenMany(model.casesKnownAt(position))
                .doOnNext(counting::add)
                .then(Mono.fromSupplier(counting::table));
    }
}
