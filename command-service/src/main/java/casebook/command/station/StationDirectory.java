package casebook.command.station;

import casebook.events.StationCode;
import casebook.events.StationDetails;
import casebook.events.StationEntered;
import casebook.http.Scope;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
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

    private final LoadingCache<StationCode, @Nullable StationDetails> stations;

    StationDirectory(EventStore ledger) {
        this.stations = Caffeine.newBuilder().expireAfterWrite(FRESH).build(code -> read(ledger, code));
    }

    private static @Nullable StationDetails read(EventStore ledger, StationCode code) {
        return ledger.readEvents(code.value())
                .asStream()
                .map(message -> message.getPayload())
                .filter(StationEntered.class::isInstance)
                .map(event -> ((StationEntered) event).details())
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /** The station, if it is registered and lies within the scope. */
    public Optional<StationDetails> find(StationCode code, Scope scope) {
        return Optional.ofNullable(stations.get(code)).filter(station -> scope.covers(code, station.province()));
    }

    void forget(StationCode code) {
        stations.invalidate(code);
    }
}
