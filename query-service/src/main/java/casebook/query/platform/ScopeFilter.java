package casebook.query.platform;

import casebook.http.Scope;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * What a caller may see, as a condition on documents that hold {@code station} and {@code stationProvince}: the one place where a
 * {@link Scope} meets MongoDB. Every query carries it.
 */
public final class ScopeFilter {

    public static final String STATION = "station";

    /** The station's province when the document came to be, not the province of the place. */
    public static final String STATION_PROVINCE = "stationProvince";

    private ScopeFilter() {}

    public static Bson of(Scope scope) {
        return of(scope, "");
    }

    /** @param path of the embedded documents that hold the fields, with a dot at its end */
    public static Bson of(Scope scope, String path) {
        return switch (scope) {
            case Scope.All() -> Filters.empty();
            case Scope.OfProvince(var province) -> Filters.eq(path + STATION_PROVINCE, province.value());
            case Scope.OfStation(var station) -> Filters.eq(path + STATION, station.value());
            case Scope.Nothing() -> Filters.in("_id", List.of());
        };
    }
}
