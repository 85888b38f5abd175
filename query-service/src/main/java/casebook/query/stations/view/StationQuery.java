package casebook.query.stations.view;

import casebook.events.ProvinceCode;
import casebook.query.platform.ListQuery;
import casebook.query.platform.Parameters;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SortOrder;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** Which stations, from where on. */
public record StationQuery(Bson filter, ListQuery page) {

    /** What says which stations there are. */
    public static final List<String> PARAMETERS = List.of("province");

    private static final int USUAL_LIMIT = 1000;

    private static final Map<String, SortOrder.Field> SORTS = Map.of("code", new SortOrder.Field("_id", false));

    /** Reads the parameters; the caller of this checks them when all are read. */
    public static StationQuery of(Parameters parameters) {
        var filter = parameters
                .formed("province", ProvinceCode::new)
                .map(province -> Filters.eq(ScopeFilter.STATION_PROVINCE, province.value()))
                .orElseGet(Filters::empty);
        return new StationQuery(filter, ListQuery.of(parameters, SORTS, "code", USUAL_LIMIT));
    }
}
