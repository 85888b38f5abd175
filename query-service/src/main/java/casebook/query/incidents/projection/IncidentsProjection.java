package casebook.query.incidents.projection;

import static casebook.query.incidents.projection.IncidentDocument.CATEGORY;
import static casebook.query.incidents.projection.IncidentDocument.FILED_AT;
import static casebook.query.incidents.projection.IncidentDocument.ITEMS;
import static casebook.query.incidents.projection.IncidentDocument.KEPT;
import static casebook.query.incidents.projection.IncidentDocument.NUMBER_KEY;
import static casebook.query.incidents.projection.IncidentDocument.OCCURRED_AT;
import static casebook.query.incidents.projection.IncidentDocument.PLATES;
import static casebook.query.incidents.projection.IncidentDocument.POINT;
import static casebook.query.incidents.projection.IncidentDocument.PROVINCE;
import static casebook.query.incidents.projection.IncidentDocument.SOURCE;
import static casebook.query.incidents.projection.IncidentDocument.STATUS;
import static casebook.query.incidents.projection.IncidentDocument.SUBJECTS;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.geo2dsphere;

import casebook.query.platform.Labels;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.Documents;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.projection.Superseded;
import casebook.query.search.SearchText;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Every incident as it is now, in {@value #INCIDENTS}, and as it was before, in {@value #VERSIONS}; and in {@value #LINKS} which incidents each case holds and who may see it, one
 * document per case.
 */
@Component
public final class IncidentsProjection implements Projection {

    public static final String NAME = "incidents";
    public static final String INCIDENTS = "incidents";
    public static final String VERSIONS = "incident_versions";
    public static final String LINKS = "incident_links";

    /**
     * The index that holds all that is counted of incidents, so that many are counted without being fetched. The category stands first, as it has few
     * values: behind a time, of which each incident has its own, one category would be looked for from time to time.
     */
    public static final Bson COUNTED = ascending(
            CATEGORY, OCCURRED_AT, STATUS, SOURCE, ScopeFilter.STATION, IncidentDocument.ITEM_SET, Documents.POSITION);

    private final IncidentText text;

    public IncidentsProjection(Labels labels) {
        this.text = new IncidentText(labels);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Of the third, what incidents were before is kept. */
    @Override
    public int form() {
        return 3;
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.of(
                        INCIDENTS,
                        new IndexModel(ascending(OCCURRED_AT, "_id")),
                        new IndexModel(ascending(FILED_AT, "_id")),
                        new IndexModel(ascending(NUMBER_KEY, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION, OCCURRED_AT, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION, FILED_AT, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION, NUMBER_KEY, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION_PROVINCE, OCCURRED_AT, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION_PROVINCE, FILED_AT, "_id")),
                        new IndexModel(ascending(ScopeFilter.STATION_PROVINCE, NUMBER_KEY, "_id")),
                        new IndexModel(ascending(PROVINCE, OCCURRED_AT, "_id")),
                        new IndexModel(ascending(CATEGORY, OCCURRED_AT, "_id")),
                        new IndexModel(ascending(STATUS, OCCURRED_AT, "_id")),
                        new IndexModel(COUNTED),
                        new IndexModel(ascending(ITEMS, OCCURRED_AT, "_id")),
                        new IndexModel(ascending(SearchText.WORDS, OCCURRED_AT, "_id")),
                        new IndexModel(geo2dsphere(POINT)),
                        new IndexModel(ascending(PLATES)),
                        new IndexModel(ascending(SUBJECTS)),
                        new IndexModel(ascending(KEPT)),
                        new IndexModel(ascending(Documents.POSITION)),
                        OverdueFields.index()),
                CollectionSpec.of(VERSIONS, Superseded.indexes()),
                CollectionSpec.of(LINKS, new IndexModel(ascending(LinkDocuments.INCIDENTS))));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return new IncidentsBatch(collections, upcoming, text);
    }
}
