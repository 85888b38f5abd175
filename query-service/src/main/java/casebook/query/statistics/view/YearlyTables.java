package casebook.query.statistics.view;

import casebook.http.Scope;
import casebook.query.projection.Reading;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyTable;
import casebook.query.statistics.projection.StatisticsModel;
import casebook.query.statistics.projection.SumParts;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** The figures of incidents and case files: those of now from the sums, earlier ones from the versions. */
public final class YearlyTables implements Tables<YearlyTable> {

    private final ZoneId zone;

    /** @param zone in which an incident falls on a day, and so into a year */
    public YearlyTables(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Mono<YearlyTable> now(Reading reading, YearlyQuery query, Scope scope) {
        var table = new YearlyTable(query);
        return new CountedIncidents(reading, query, scope, zone)
                .now(table, query.isByItem() ? SumParts.ITEMS : SumParts.FIGURES)
                .then(withCases(reading.position(), reading, scope, table));
    }

    @Override
    public Mono<YearlyTable> asKnownAt(long position, Reading reading, YearlyQuery query, Scope scope) {
        var table = new YearlyTable(query);
        return new CountedIncidents(reading, query, scope, zone)
                .asKnownAt(position, table)
                .then(withCases(position, reading, scope, table));
    }

    private Mono<YearlyTable> withCases(long position, Reading reading, Scope scope, YearlyTable table) {
        var visible = new VisibleIncidents(scope, zone);
        return new StatisticsModel(reading)
                .casesKnownAt(position)
                .doOnNext(caseFile -> table.addCase(visible.of(caseFile)))
                .then(Mono.just(table));
    }
}
