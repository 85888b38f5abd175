package casebook.query.exhibits.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.platform.OverdueFields;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every exhibit as it is now, in {@value #EXHIBITS}. */
@Component
public final class ExhibitsProjection implements Projection {

    public static final String NAME = "exhibits";
    public static final String EXHIBITS = "exhibits";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<CollectionSpec> collections() {
        return List.of(CollectionSpec.of(
                EXHIBITS, new IndexModel(ascending(ExhibitDocument.INCIDENT)), OverdueFields.index()));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return new ExhibitsBatch(collections, upcoming);
    }
}
