package casebook.query.statistics.view;

import casebook.query.projection.Reading;
import casebook.query.statistics.ClearanceTable;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.projection.StatisticsModel;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** How case files were cleared. */
public final class ClearanceTables implements Tables<ClearanceTable> {

    private final ZoneId zone;

    /** @param zone in which a case is opened and closed on a day, and so in a year */
    public ClearanceTables(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Mono<ClearanceTable> now(Reading reading, YearlyQuery query, Sight sight) {
        return asKnownAt(reading.position(), reading, query, sight);
    }

    @Override
    public Mono<ClearanceTable> asKnownAt(long position, Reading reading, YearlyQuery query, Sight sight) {
        var table = new ClearanceTable(query, zone);
        var visible = new VisibleIncidents(sight.scope(), zone);
        return new StatisticsModel(reading)
                .casesKnownAt(position, sight)
                .doOnNext(caseFile -> table.add(caseFile, visible.of(caseFile)))
                .then(Mono.just(table));
    }
}
