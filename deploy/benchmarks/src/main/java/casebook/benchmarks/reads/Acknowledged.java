package casebook.benchmarks.reads;

import casebook.events.StationCode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;

/** How many incidents the statistics of a station must have, by what was acknowledged. */
final class Acknowledged {

    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, NavigableSet<Long>> positions = new ConcurrentHashMap<>();

    /** @param stations a table of all stations, when nothing was filed yet */
    Acknowledged(JsonNode stations) {
        for (var row : stations.get("years")) {
            before.merge(
                    row.get("group").get("station").asString(),
                    row.get("incidents").asInt(),
                    Integer::sum);
        }
    }

    void filed(StationCode station, long position) {
        positions
                .computeIfAbsent(station.value(), _ -> new ConcurrentSkipListSet<>())
                .add(position);
    }

    /** Whether a table of the station is of that position or a later one, and has what was filed until then. */
    boolean isIn(JsonNode table, StationCode station, long position) {
        var since = positions
                .getOrDefault(station.value(), new ConcurrentSkipListSet<>())
                .headSet(position, true);
        var least = before.getOrDefault(station.value(), 0) + since.size();
        return table.get("position").asLong() >= position
                && table.get("total").get("incidents").asInt() >= least;
    }
}
