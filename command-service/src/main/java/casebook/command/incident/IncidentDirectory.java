package casebook.command.incident;

import casebook.events.CaseIncident;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.IncidentStatus;
import casebook.http.Scope;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The incidents that were filed, as the ledger has them this moment. */
@Component
public final class IncidentDirectory {

    private final EventStore ledger;

    IncidentDirectory(EventStore ledger) {
        this.ledger = ledger;
    }

    /** The incident, if it was filed and lies within the scope. */
    public Optional<Entry> find(IncidentId id, Scope scope) {
        IncidentState state = new IncidentState.Unfiled();
        var events = ledger.readEvents(id.toString()).asStream().iterator();
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof IncidentEvent event) {
                state = state.after(event);
            }
        }
        return state instanceof IncidentState.Filed filed && scope.covers(filed.station(), filed.stationProvince())
                ? Optional.of(new Entry(new CaseIncident(id, filed.station(), filed.stationProvince()), filed.status()))
                : Optional.empty();
    }

    /** What other features may know of an incident. */
    public record Entry(CaseIncident incident, IncidentStatus status) {}
}
