package casebook.command.incident;

import casebook.command.handling.Standing;
import casebook.command.web.Receipt;
import casebook.events.CaseIncident;
import casebook.events.IncidentDetails;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentPersons;
import casebook.events.IncidentStatus;
import casebook.http.Scope;
import casebook.ledger.LedgerReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The incidents that were filed, as the ledger has them this moment. */
@Component
public final class IncidentDirectory {

    private final LedgerReader ledger;

    IncidentDirectory(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The incident, if it was filed and lies within the scope. */
    public Optional<Entry> find(IncidentId id, Scope scope) {
        IncidentState state = new IncidentState.Unfiled();
        long version = 0;
        for (var message : ledger.events(id.toString(), Long.MAX_VALUE)) {
            if (message.getPayload() instanceof IncidentEvent event) {
                state = state.after(event, version);
                version++;
            }
        }
        return state instanceof IncidentState.Filed filed && scope.covers(filed.station(), filed.stationProvince())
                ? Optional.of(new Entry(
                        new CaseIncident(id, filed.station(), filed.stationProvince()),
                        version,
                        filed.status(),
                        filed.details(),
                        filed.persons()))
                : Optional.empty();
    }

    /**
     * The first receipt of a filing that was recorded before; empty if its id stands for something else. It costs one read: the
     * incident is not loaded.
     */
    Optional<Receipt> recognise(FileIncident filing) {
        return ledger.event(filing.incident().toString(), 0)
                .flatMap(first -> first.getPayload() instanceof IncidentFiled filed && filing.repeats(filed)
                        ? Optional.of(Receipt.repeated(standing(filed), LedgerReader.positionAfter(first)))
                        : Optional.empty());
    }

    private static Standing standing(IncidentFiled filed) {
        return new Standing(filed.incident().toString(), filed.number(), IncidentStatus.FILED.name(), 1);
    }

    /**
     * What other features may know of an incident.
     *
     * @param version the number of its events
     */
    public record Entry(
            CaseIncident incident,
            long version,
            IncidentStatus status,
            IncidentDetails details,
            IncidentPersons persons) {}
}
