package casebook.query.statistics.view;

import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.TimelinessTable;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.projection.SumChoice;
import casebook.query.statistics.projection.SumParts;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** How soon incidents were reported. */
public final class TimelinessTables implements Tables<TimelinessTable> {

    private final ZoneId zone;

    /** @param zone in which an incident falls on a day, and so into a year */
    public TimelinessTables(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Mono<TimelinessTable> now(Reading reading, YearlyQuery query, Sight sight) {
        var table = new TimelinessTable(query);
        return new CountedIncidents(reading, query, sight.scope(), zone)
                .now(table, new SumChoice(query, sight.scope(), SumParts.DELAYS))
                .then(Mono.just(table));
    }

    @Override
    public Mono<TimelinessTable> asKnownAt(long position, Reading reading, YearlyQuery query, Sight sight) {
        var table = new TimelinessTable(query);
        return new CountedIncidents(reading, query, sight.scope(), zone)
                .asKnownAt(position, table)
                .then(Mono.just(table));
    }
}
