package casebook.command.station;

import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.http.Scope;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The stations that are registered, as the ledger has them. A change by another instance is seen within two seconds, a station
 * that was not registered before at once.
 */
@Component
public final class StationDirectory {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final EventStore ledger;
    private final Map<StationCode, Entry> registered = new ConcurrentHashMap<>();
    private final LoadingCache<StationCode, Entry> stations =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build(this::read);

    StationDirectory(EventStore ledger) {
        this.ledger = ledger;
    }

    /** Reads on from what is known: a station's stream gets longer by a report a day. */
    private Entry read(StationCode code) {
        var entry = registered.getOrDefault(code, Entry.NONE);
        var further = ledger.readEvents(code.value(), entry.next());
        while (further.hasNext()) {
            entry = entry.after(further.next());
        }
        if (entry.details() != null) {
            registered.put(code, entry);
        }
        return entry;
    }

    /** The station, if it is registered and lies within the scope. */
    public Optional<StationDetails> find(StationCode code, Scope scope) {
        var details = stations.get(code).details();
        if (details == null) {
            stations.invalidate(code);
        }
        return Optional.ofNullable(details).filter(station -> scope.covers(code, station.province()));
    }

    void forget(StationCode code) {
        stations.invalidate(code);
    }

    /** @param next the sequence number of the first event that was not read */
    private record Entry(@Nullable StationDetails details, long next) {

        static final Entry NONE = new Entry(null, 0);

        Entry after(DomainEventMessage<?> message) {
            return new Entry(
                    message.getPayload() instanceof StationEntered entered ? entered.details() : details,
                    message.getSequenceNumber() + 1);
        }
    }
}
