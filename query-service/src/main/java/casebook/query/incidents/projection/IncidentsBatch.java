package casebook.query.incidents.projection;

import casebook.events.CaseEvent;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.StationEvent;
import casebook.query.incidents.IncidentState;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.projection.Superseded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds a batch; the state of an incident is parsed once and kept while the batch lasts. */
final class IncidentsBatch implements Projection.Batch {

    private final Documents incidents;
    private final LinkDocuments links;
    private final IncidentText text;
    private final Map<String, IncidentState> states = new HashMap<>();

    IncidentsBatch(ModelCollections collections, List<LedgerEvent> upcoming, IncidentText text) {
        this.text = text;
        incidents = Documents.prefetch(
                collections.of(IncidentsProjection.INCIDENTS),
                upcoming.stream()
                        .filter(event -> event.event() instanceof IncidentEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList(),
                new Superseded(collections.of(IncidentsProjection.VERSIONS), IncidentDocument::superseded));
        links = new LinkDocuments(collections.of(IncidentsProjection.LINKS), upcoming);
    }

    @Override
    public void apply(LedgerEvent event) {
        switch (event.event()) {
            case IncidentEvent _ -> fold(event);
            case CaseEvent _ -> links.apply(event);
            case ExhibitEvent _, StationEvent _ -> {}
        }
    }

    @Override
    public void relieve() {
        incidents.relieve();
    }

    @Override
    public void write() {
        incidents.write();
        links.write();
    }

    private void fold(LedgerEvent event) {
        var id = event.aggregate();
        if (!incidents.reflects(id, event)) {
            var state = IncidentState.evolve(before(id), event);
            incidents.put(IncidentDocument.of(state, text), event);
            states.put(id, state);
        }
    }

    private @Nullable IncidentState before(String id) {
        var folded = states.get(id);
        var stored = incidents.get(id);
        return folded != null || stored == null ? folded : IncidentDocument.state(stored);
    }
}
