package casebook.query.statistics.view;

import casebook.http.Caller;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
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

    /**
     * What the caller may see now. A case that is sealed for others is hidden as it was before it was sealed, too: else the difference would tell of
     * it.
     */
    public Mono<Sight> sight(Reading reading, Caller caller) {
        return sightAt(reading.position(), reading, caller);
    }

    /** What the caller might have seen at a position up to that of the reading. */
    public Mono<Sight> sightAt(long position, Reading reading, Caller caller) {
        return new StatisticsModel(reading)
                .casesHiddenAt(position, caller)
                .map(hidden -> new Sight(caller.scope(), hidden));
    }

    /** The figures at the position of a reading, from the sums. */
    public Mono<YearlyTable> now(Reading reading, YearlyQuery query, Sight sight) {
        var model = new StatisticsModel(reading);
        var counting = new Counting(new YearlyTable(query), sight.scope(), zone);
        var sums = new PositionedSums(reading.position(), query.yearStart(), counting.table(), zone);
        return model.sums(query, sight.scope())
                .doOnNext(sums::add)
                .then(Mono.defer(() -> sums.areAhead()
                        ? model.incidentsChangedFrom(reading.position())
                                .doOnNext(sums::takeBack)
                                .then()
                        : Mono.empty()))
                .thenMany(model.casesKnownAt(reading.position(), sight))
                .doOnNext(counting::add)
                .then(Mono.fromSupplier(counting::table));
    }

    /** The figures as they were known at a position up to that of the reading, from the versions. */
    public Mono<YearlyTable> asKnownAt(long position, Reading reading, YearlyQuery query, Sight sight) {
        var model = new StatisticsModel(reading);
        var counting = new Counting(new YearlyTable(query), sight.scope(), zone);
        return model.incidentsKnownAt(position, query, sight.scope())
                .doOnNext(counting::add)
                .thenMany(model.casesKnownAt(position, sight))
                .doOnNext(counting::add)
                .then(Mono.fromSupplier(counting::table));
    }
}
