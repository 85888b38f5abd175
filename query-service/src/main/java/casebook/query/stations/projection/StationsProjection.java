package casebook.query.stations.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.platform.ScopeFilter;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The register with the last report of each station in {@value #STATIONS}; and in {@value #DELAYS} how long after its occurrence each incident was filed, one document an
 * incident, so that medians are exact and an amendment or a voiding moves just one of them.
 */
@Component
public final class StationsProjection implements Projection {

    public static final String NAME = "stations";
    public static final String STATIONS = "stations";
    public static final String DELAYS = "filing_delays";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.of(STATIONS, new IndexModel(ascending(ScopeFilter.STATION_PROVINCE))),
                CollectionSpec.of(
                        DELAYS,
                        new IndexModel(ascending(ScopeFilter.STATION, DelayDocuments.COUNTED, DelayDocuments.DELAY))));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return new StationsBatch(collections, upcoming);
    }
}
