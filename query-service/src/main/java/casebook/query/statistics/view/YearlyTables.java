package casebook.query.statistics.view;

import casebook.http.Caller;
import casebook.query.projection.Reading;
import casebook.query.statistics.CaseFacts;
import casebook.query.statistics.Sight;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.YearlyTable;
import casebook.query.statistics.projection.StatisticsModel;
import casebook.query.statistics.projection.SumChoice;
import casebook.query.statistics.projection.SumParts;
import java.time.ZoneId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The figures of incidents and case files: those of now from the sums, earlier ones from the versions. */
public final class YearlyTables implements Tables<YearlyTable> {

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

    @Override
    public Mono<YearlyTable> now(Reading reading, YearlyQuery query, Sight sight) {
        var table = new YearlyTable(query);
        var model = new StatisticsModel(reading);
        var choice = new SumChoice(query, sight.scope(), query.isByItem() ? SumParts.ITEMS : SumParts.FIGURES);
        var cases = choice.countsCases()
                ? model.casesApartAt(reading.position(), sight)
                : model.casesKnownAt(reading.position(), sight);
        return new CountedIncidents(reading, query, sight.scope(), zone)
                .now(table, choice)
                .then(withCases(cases, sight, table));
    }

    @Override
    public Mono<YearlyTable> asKnownAt(long position, Reading reading, YearlyQuery query, Sight sight) {
        var table = new YearlyTable(query);
        return new CountedIncidents(reading, query, sight.scope(), zone)
                .asKnownAt(position, table)
                .then(withCases(new StatisticsModel(reading).casesKnownAt(position, sight), sight, table));
    }

    private Mono<YearlyTable> withCases(Flux<CaseFacts> cases, Sight sight, YearlyTable table) {
        var visible = new VisibleIncidents(sight.scope(), zone);
        return cases.doOnNext(caseFile -> table.addCase(visible.of(caseFile))).then(Mono.just(table));
    }
}
