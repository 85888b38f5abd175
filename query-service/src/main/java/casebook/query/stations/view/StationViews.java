package casebook.query.stations.view;

import static casebook.query.stations.projection.StationsProjection.DELAYS;
import static casebook.query.stations.projection.StationsProjection.STATIONS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.query.platform.Page;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Reading;
import casebook.query.stations.projection.DelayDocuments;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stations for reading: those in the caller's scope. */
@Component
public final class StationViews {

    public Mono<Page<StationRow>> list(Reading reading, StationQuery query, Caller caller) {
        return Page.of(
                reading.collection(STATIONS),
                List.of(query.filter(), ScopeFilter.of(caller.scope())),
                query.page(),
                StationRow::of);
    }

    /** Empty if there is no such station for this caller. */
    public Mono<StationView> one(Reading reading, StationCode code, Caller caller) {
        var filter = and(eq(code.value()), ScopeFilter.of(caller.scope()));
        return Mono.from(reading.collection(STATIONS).find(filter).first())
                .flatMap(found ->
                        timeliness(reading, code).map(timeliness -> new StationView(StationRow.of(found), timeliness)));
    }

    private static Mono<Timeliness> timeliness(Reading reading, StationCode code) {
        var delays = new Delays(reading, code);
        return delays.count().flatMap(filings -> filings == 0 ? Mono.just(Timeliness.NONE) : delays.of(filings));
    }

    /** The delays of one station in order, as its index has them. */
    private record Delays(Reading reading, StationCode station) {

        Mono<Long> count() {
            return count(new Document());
        }

        Mono<Timeliness> of(long filings) {
            var last = filings - 1;
            return Mono.zip(
                            at(last / 2, (int) (filings % 2 == 0 ? 2 : 1)),
                            at(nearestRank(filings) - 1, 1),
                            count(lte(DelayDocuments.DELAY, Timeliness.IN_TIME.toMillis())))
                    .map(figures -> Timeliness.of(
                            filings, figures.getT1(), figures.getT2().getFirst(), figures.getT3()));
        }

        private static long nearestRank(long filings) {
            return Math.ceilDiv(filings * 95, 100L);
        }

        private Mono<Long> count(Bson condition) {
            return Mono.from(reading.collection(DELAYS).countDocuments(and(ofStation(), condition)));
        }

        private Mono<List<Long>> at(long rank, int howMany) {
            return Flux.from(reading.collection(DELAYS)
                            .find(ofStation())
                            .sort(ascending(DelayDocuments.DELAY))
                            .skip(Math.toIntExact(rank))
                            .limit(howMany))
                    .map(found -> found.getLong(DelayDocuments.DELAY))
                    .collectList();
        }

        private Bson ofStation() {
            return and(eq(ScopeFilter.STATION, station.value()), eq(DelayDocuments.VOIDED, false));
        }
    }
}
