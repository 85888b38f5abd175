package casebook.query.stations.projection;

import casebook.events.CaseEvent;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.StationEntered;
import casebook.events.StationReported;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import java.util.List;

/** Folds a batch. */
final class StationsBatch implements Projection.Batch {

    private final Documents stations;
    private final DelayDocuments delays;

    StationsBatch(ModelCollections collections, List<LedgerEvent> upcoming) {
        stations = Documents.prefetch(
                collections.of(StationsProjection.STATIONS),
                upcoming.stream()
                        .filter(event -> event.event() instanceof StationEntered)
                        .map(LedgerEvent::aggregate)
                        .distinct()
                        .toList());
        delays = new DelayDocuments(collections.of(StationsProjection.DELAYS), upcoming);
    }

    @Override
    public void apply(LedgerEvent event) {
        switch (event.event()) {
            case StationEntered entered -> put(entered, event);
            case IncidentEvent incident -> delays.apply(incident, event);
            case StationReported _, CaseEvent _, ExhibitEvent _ -> {}
        }
    }

    @Override
    public void write() {
        stations.write();
        delays.write();
    }

    private void put(StationEntered station, LedgerEvent event) {
        var code = station.station().value();
        if (!stations.reflects(code, event)) {
            stations.put(StationDocument.of(station, event.sequence() + 1), event);
        }
    }
}
