package casebook.query.statistics.projection;

import static com.mongodb.client.model.Indexes.ascending;

import casebook.query.platform.SealFilter;
import casebook.query.projection.CollectionSpec;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.ModelCollections;
import casebook.query.projection.Projection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The read model behind the statistics. */
public final class StatisticsProjection implements Projection {

    public static final String NAME = "statistics";

    static final String INCIDENTS = "statistics.incidents";
    static final String CASES = "statistics.cases";

    private final ZoneId zone;

    /** @param zone that the days are of; with another, the projection is to be rebuilt */
    public StatisticsProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int form() {
        return 5;
    }

    @Override
    public List<CollectionSpec> collections() {
        return Stream.concat(
                        Stream.of(
                                CollectionSpec.of(
                                        INCIDENTS,
                                        VersionFields.index(),
                                        new IndexModel(ascending(OccurrenceFields.AT, VersionFields.TO))),
                                CollectionSpec.of(
                                        CASES,
                                        VersionFields.index(),
                                        new IndexModel(ascending(VersionFields.TO)),
                                        new IndexModel(ascending(SealFilter.OFFICERS), new IndexOptions().sparse(true)),
                                        new IndexModel(ascending(CaseFactsCodec.INCIDENT_ID, VersionFields.TO)),
                                        CaseVersions.indexOfThoseApart())),
                        Stream.of(Grain.values()).map(SumFields::collection))
                .toList();
    }

    @Override
    public Batch begin(ModelCollections collections, List<LedgerEvent> upcoming) {
        return StatisticsBatch.begin(collections, upcoming, zone);
    }
}
