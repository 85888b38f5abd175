package casebook.query.statistics.projection;

import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Documents;
import org.bson.conversions.Bson;

/** What is read of the figures of a sum: all of it is much more than a table needs. */
public enum SumParts {
    /** Those of all incidents. */
    FIGURES(exclude(BreakdownFields.ITEMS, BreakdownFields.DELAYS)),
    /** And those of each item. */
    ITEMS(exclude(BreakdownFields.DELAYS)),
    /** Nothing but how long it took to report the incidents. */
    DELAYS(include(
            SumFields.PERIOD,
            CellFields.PROVINCE,
            ScopeFilter.STATION,
            ScopeFilter.STATION_PROVINCE,
            CellFields.CATEGORY,
            CellFields.SOURCE,
            Documents.POSITION,
            BreakdownFields.DELAYS));

    private final Bson projection;

    SumParts(Bson projection) {
        this.projection = projection;
    }

    Bson projection() {
        return projection;
    }
}
