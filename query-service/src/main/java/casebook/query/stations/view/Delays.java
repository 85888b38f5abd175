package casebook.query.stations.view;

import static casebook.query.platform.ScopeFilter.STATION;
import static casebook.query.stations.projection.DelayDocuments.COUNTED;
import static casebook.query.stations.projection.DelayDocuments.DELAY;
import static casebook.query.stations.projection.StationsProjection.DELAYS;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.StationCode;
import casebook.query.projection.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The timeliness of some stations, from one pass over the index of their delays: exact, and linear in their filings.
 */
record Delays(Map<String, Timeliness> byStation) {

    static Mono<Delays> of(Reading reading, List<String> stations, Duration inTime) {
        var stages = List.of(
                match(and(in(STATION, stations), eq(COUNTED, true))),
                sort(ascending(STATION, COUNTED, DELAY)),
                grouped(inTime),
                FIGURES);
        return Flux.from(reading.collection(DELAYS).aggregate(stages).allowDiskUse(true))
                .<Map<String, Timeliness>>collect(
                        HashMap::new, (found, one) -> found.put(one.getString("_id"), timeliness(one)))
                .map(Delays::new);
    }

    Timeliness of(StationCode station) {
        return byStation.getOrDefault(station.value(), Timeliness.NONE);
    }

    /** The delays of each station in the order of the sort before. */
    private static Bson grouped(Duration inTime) {
        var isInTime = new Document("$lte", List.of("$" + DELAY, inTime.toMillis()));
        return new Document(
                "$group",
                new Document("_id", "$" + STATION)
                        .append("filings", new Document("$sum", 1L))
                        .append("inTime", new Document("$sum", new Document("$cond", List.of(isInTime, 1L, 0L))))
                        .append("delays", new Document("$push", "$" + DELAY)));
    }

    /** The one or two delays in the middle, and the 95th percentile by nearest rank, ceil(0.95 n). */
    private static final Bson FIGURES = Document.parse("""
            {$project: {
              filings: 1,
              inTime: 1,
              middle: {$slice: ["$delays",
                {$toInt: {$floor: {$divide: [{$subtract: ["$filings", 1]}, 2]}}},
                {$cond: [{$eq: [{$mod: ["$filings", 2]}, 0]}, 2, 1]}]},
              p95: {$arrayElemAt: ["$delays",
                {$toInt: {$floor: {$divide: [{$subtract: [{$multiply: ["$filings", 95]}, 1]}, 100]}}}]}}}""");

    private static Timeliness timeliness(Document found) {
        return Timeliness.of(
                found.getLong("filings"),
                found.getList("middle", Long.class),
                found.getLong("p95"),
                found.getLong("inTime"));
    }
}
