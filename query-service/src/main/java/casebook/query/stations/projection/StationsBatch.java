package casebook.query.stations.projection;

import casebook.events.CaseEvent;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.StationEntered;
import casebook.events.StationEvent;
import casebook.events.StationReported;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Folds a batch. */
final class StationsBatch implements Projection.Batch {

    private final Documents stations;
    private final DelayDocuments delays;

    StationsBatch(ModelCollections collections, List<LedgerEvent> upcoming) {
        stations = Documents.prefetch(
                collections.of(StationsProjection.STATIONS),
                upcoming.stream()
                        .filter(event -> event.event() instanceof StationEvent)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList());
        delays = new DelayDocuments(collections.of(StationsProjection.DELAYS), upcoming);
    }

    @Override
    public void apply(LedgerEvent event) {
        switch (event.event()) {
            case StationEvent station -> fold(station, event);
            case IncidentEvent incident -> delays.apply(incident, event);
            case CaseEvent _, ExhibitEvent _ -> {}
        }
    }

    @Override
    public void write() {
        stations.write();
        delays.write();
    }

    private void fold(StationEvent happened, LedgerEvent event) {
        if (!stations.reflects(event.aggregate(), event)) {
            var before = stations.get(event.aggregate());
            stations.put(
                    switch (happened) {
                        case StationEntered entered -> StationDocument.after(before, entered, event);
                        case StationReported reported ->
                            StationDocument.after(registered(before, event), reported, event);
                    },
                    event);
        }
    }

    private static Document registered(@Nullable Document before, LedgerEvent event) {
        if (before == null) {
            throw new IllegalStateException("The registration of station " + event.aggregate() + " is missing");
        }
        return before;
    }
}
