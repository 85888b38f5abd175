package casebook.query.cases.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import casebook.query.projection.Superseded;
import casebook.query.search.SearchText;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Every case file as it is now, in {@value #CASES}, and as it was before, in {@value #VERSIONS}; and likewise, in {@value #PLACES} and {@value #PLACE_VERSIONS}, the
 * province in which each incident happened, by which cases are filtered.
 */
@Component
public final class CasesProjection implements Projection {

    public static final String NAME = "cases";
    public static final String CASES = "cases";
    public static final String VERSIONS = "case_versions";
    public static final String PLACES = "case_places";
    public static final String PLACE_VERSIONS = "case_place_versions";

    /** Of a place. */
    public static final String PROVINCE = "province";

    @Override
    public String name() {
        return NAME;
    }

    /** Of the third, what cases and places were before is kept. */
    @Override
    public int form() {
        return 3;
    }

    @Override
    public List<CollectionSpec> collections() {
        var incidents = CaseDocument.INCIDENTS + ".";
        return List.of(
                CollectionSpec.of(
                        CASES,
                        new IndexModel(ascending(CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.CHANGED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.STATUS, CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.STATUS, CaseDocument.CHANGED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.LEAD, CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.LEAD, CaseDocument.CHANGED_AT, "_id")),
                        new IndexModel(ascending(SearchText.WORDS, CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(ascending(incidents + ScopeFilter.STATION, CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(ascending(incidents + ScopeFilter.STATION, CaseDocument.CHANGED_AT, "_id")),
                        new IndexModel(
                                ascending(incidents + ScopeFilter.STATION_PROVINCE, CaseDocument.OPENED_AT, "_id")),
                        new IndexModel(
                                ascending(incidents + ScopeFilter.STATION_PROVINCE, CaseDocument.CHANGED_AT, "_id")),
                        new IndexModel(ascending(CaseDocument.INCIDENT_IDS)),
                        OverdueFields.index()),
                CollectionSpec.of(VERSIONS, Superseded.indexes()),
                CollectionSpec.of(PLACES),
                CollectionSpec.of(PLACE_VERSIONS, new IndexModel(ascending(Superseded.OF))));
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return new CasesBatch(collections, upcoming);
    }
}
