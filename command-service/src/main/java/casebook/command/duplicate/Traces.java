package casebook.command.duplicate;

import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports that are remembered, by category, day and place: those of a station, and those of its province. Both what is held and what one look-up goes through
 * is bounded. For use by many threads; nothing is done here that takes long.
 */
final class Traces {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** The most of one place, category and day that are compared: the newest. */
    private static final int MOST_OF_A_DAY = 64;

    private final int capacity;
    private final long memory;
    private final Map<IncidentId, Trace> all = new LinkedHashMap<>();
    private final Map<Place, Deque<Trace>> byPlace = new HashMap<>();
    private long held;

    /** @param station null for the whole province */
    private record Place(
            Category category,
            ProvinceCode province,
            @Nullable StationCode station,
            long day) {}

    /**
     * @param capacity the most reports
     * @param memory the most bytes that they take together, about
     */
    Traces(int capacity, long memory) {
        this.capacity = capacity;
        this.memory = memory;
    }

    synchronized boolean knows(IncidentId incident) {
        return all.containsKey(incident);
    }

    /** Remembers a report and forgets the oldest while they are too many or too large; false if it was known already. */
    synchronized boolean add(Trace trace) {
        var isNew = all.putIfAbsent(trace.incident(), trace) == null;
        if (isNew) {
            places(trace).forEach(place -> push(trace, byPlace.computeIfAbsent(place, _ -> new ArrayDeque<>(2))));
            held += trace.bytes();
            while (all.size() > capacity || held > memory) {
                remove(all.keySet().iterator().next());
            }
        }
        return isNew;
    }

    private static void push(Trace trace, Deque<Trace> ofPlace) {
        ofPlace.addFirst(trace);
        if (ofPlace.size() > MOST_OF_A_DAY) {
            ofPlace.removeLast();
        }
    }

    synchronized void remove(IncidentId incident) {
        Optional.ofNullable(all.remove(incident)).ifPresent(trace -> {
            held -= trace.bytes();
            places(trace).forEach(place -> byPlace.computeIfPresent(place, (_, traces) -> without(trace, traces)));
        });
    }

    private static @Nullable Deque<Trace> without(Trace trace, Deque<Trace> traces) {
        traces.remove(trace);
        return traces.isEmpty() ? null : traces;
    }

    /** Others of its category, near in place and time, those of its own station first. */
    synchronized List<Trace> near(Trace trace, Duration within) {
        var first = Math.floorDiv(trace.occurredAt() - within.toSeconds(), DAY);
        var last = Math.floorDiv(trace.occurredAt() + within.toSeconds(), DAY);
        return Stream.of(trace.station(), null)
                .flatMap(station -> LongStream.rangeClosed(first, last)
                        .mapToObj(day -> new Place(trace.category(), trace.province(), station, day)))
                .flatMap(place -> byPlace.getOrDefault(place, new ArrayDeque<>(0)).stream())
                .filter(other -> !other.incident().equals(trace.incident()))
                .filter(other -> Math.abs(other.occurredAt() - trace.occurredAt()) < within.toSeconds())
                .distinct()
                .toList();
    }

    private static Stream<Place> places(Trace trace) {
        var day = Math.floorDiv(trace.occurredAt(), DAY);
        return Stream.of(
                new Place(trace.category(), trace.province(), trace.station(), day),
                new Place(trace.category(), trace.province(), null, day));
    }
}
