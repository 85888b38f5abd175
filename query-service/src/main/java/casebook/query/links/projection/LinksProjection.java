package casebook.query.links.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.events.CaseIncident;
import casebook.events.CasebookEvent;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which incidents were ever in a case, those that were taken out again too, and which cases it was ever merged with, in {@value #LINKS}; and in which
 * incident each exhibit was seized, in {@value #EXHIBITS}.
 */
@Component
public final class LinksProjection implements Projection {

    public static final String NAME = "timelines";
    public static final String LINKS = "timelines.links";
    public static final String EXHIBITS = "timelines.exhibits";
    public static final String INCIDENTS = "incidents";
    public static final String CASES = "cases";
    public static final String INCIDENT = "incident";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.of(LINKS, new IndexModel(ascending(INCIDENTS))),
                CollectionSpec.of(EXHIBITS, new IndexModel(ascending(INCIDENT))));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return LinksBatch.begin(collections, upcoming);
    }

    /** The incidents that an event brings into a case. */
    public static List<CaseIncident> linkedBy(CasebookEvent event) {
        return LinksBatch.linkedBy(event);
    }
}
