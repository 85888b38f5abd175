package casebook.query.exhibits.projection;

import casebook.events.ExhibitEvent;
import casebook.query.exhibits.ExhibitState;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import java.util.List;

/** Folds a batch. */
final class ExhibitsBatch implements Projection.Batch {

    private final Documents exhibits;

    ExhibitsBatch(ModelCollections collections, List<LedgerEvent> upcoming) {
        exhibits = Documents.prefetch(
                collections.of(ExhibitsProjection.EXHIBITS),
                upcoming.stream()
                        .filter(event -> event.event() instanceof ExhibitEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList());
    }

    @Override
    public void apply(LedgerEvent event) {
        if (event.event() instanceof ExhibitEvent && !exhibits.reflects(event.aggregate(), event)) {
            var stored = exhibits.get(event.aggregate());
            var before = stored == null ? null : ExhibitDocument.state(stored);
            exhibits.put(ExhibitDocument.of(ExhibitState.evolve(before, event)), event);
        }
    }

    @Override
    public void write() {
        exhibits.write();
    }
}
