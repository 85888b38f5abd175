package casebook.query.stations.view;

import static casebook.query.stations.projection.StationsProjection.STATIONS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.query.platform.Page;
import casebook.query.platform.Rows;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Reading;
import casebook.query.stations.projection.StationDocument;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stations for reading: those in the caller's scope. */
@Component
public final class StationViews {

    private static final int STATIONS_AT_ONCE = 1000;

    private final ReportingProperties owed;
    private final Clock clock;

    StationViews(ReportingProperties owed, Clock clock) {
        this.owed = owed;
        this.clock = clock;
    }

    public Mono<Page<StationView>> list(Reading reading, StationQuery query, Caller caller) {
        return Page.of(
                        reading,
                        STATIONS,
                        List.of(query.filter(), ScopeFilter.of(caller.scope())),
                        query.page(),
                        found -> found)
                .flatMap(page -> views(reading, page.items()).map(views -> new Page<>(views, page.next())));
    }

    /** All the pages in one. */
    public Flux<StationView> all(Reading reading, StationQuery query, Caller caller) {
        var rows = Rows.of(reading, STATIONS, List.of(query.filter(), ScopeFilter.of(caller.scope())));
        return Page.all(rows, query.page(), found -> found)
                .buffer(STATIONS_AT_ONCE)
                .concatMap(found -> views(reading, found).flatMapIterable(views -> views));
    }

    private Mono<List<StationView>> views(Reading reading, List<Document> stations) {
        return Delays.of(reading, codes(stations), owed.inTime())
                .map(delays ->
                        stations.stream().map(found -> view(found, delays)).toList());
    }

    /** Empty if there is no such station for this caller. */
    public Mono<StationView> one(Reading reading, StationCode code, Caller caller) {
        var filter = and(eq(code.value()), ScopeFilter.of(caller.scope()));
        return Mono.from(reading.collection(STATIONS).find(filter).first())
                .flatMap(found ->
                        Delays.of(reading, codes(List.of(found)), owed.inTime()).map(delays -> view(found, delays)));
    }

    private StationView view(Document found, Delays delays) {
        var row = StationRow.of(found);
        var last = StationDocument.lastReport(found);
        var today = owed.day(clock.instant());
        var registered = owed.day(found.getDate(StationDocument.REGISTERED_AT).toInstant());
        var missing = owed.missing(last == null ? registered.minusDays(1) : last.date(), today);
        return new StationView(row, last, last == null || missing > 0, missing, delays.of(row.code()));
    }

    private static List<String> codes(List<Document> stations) {
        return stations.stream().map(found -> found.getString("_id")).toList();
    }
}
