package casebook.query.cases.projection;

import casebook.events.CaseEvent;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentAmended;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.Place;
import casebook.events.StationEvent;
import casebook.query.cases.CaseFileState;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.projection.Superseded;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Folds a batch. */
final class CasesBatch implements Projection.Batch {

    private final Documents cases;
    private final Documents places;

    CasesBatch(ModelCollections collections, List<LedgerEvent> upcoming) {
        cases = Documents.prefetch(
                collections.of(CasesProjection.CASES),
                upcoming.stream()
                        .filter(event -> event.event() instanceof CaseEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList(),
                new Superseded(collections.of(CasesProjection.VERSIONS), CaseDocument::superseded));
        places = Documents.prefetch(
                collections.of(CasesProjection.PLACES),
                upcoming.stream()
                        .filter(event -> place(event).isPresent())
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList(),
                new Superseded(collections.of(CasesProjection.PLACE_VERSIONS), Document::new));
    }

    @Override
    public void apply(LedgerEvent event) {
        switch (event.event()) {
            case CaseEvent _ -> fold(event);
            case IncidentEvent _ -> place(event).ifPresent(place -> put(place, event));
            case ExhibitEvent _, StationEvent _ -> {}
        }
    }

    @Override
    public void relieve() {
        cases.relieve();
    }

    @Override
    public void write() {
        places.write();
        cases.write();
    }

    private void fold(LedgerEvent event) {
        var id = event.aggregate();
        if (!cases.reflects(id, event)) {
            var stored = cases.get(id);
            var before = stored == null ? null : CaseDocument.state(stored);
            cases.put(CaseDocument.of(CaseFileState.evolve(before, event)), event);
        }
    }

    private void put(Place place, LedgerEvent event) {
        if (!places.reflects(event.aggregate(), event)) {
            places.put(
                    new Document("_id", event.aggregate())
                            .append(CasesProjection.PROVINCE, place.province().value()),
                    event);
        }
    }

    /** Where an event says that an incident happened, if it says so. */
    private static Optional<Place> place(LedgerEvent event) {
        return switch (event.event()) {
            case IncidentFiled filed -> Optional.of(filed.details().place());
            case IncidentAmended amended ->
                Optional.ofNullable(amended.changes().place());
            default -> Optional.empty();
        };
    }
}
