package casebook.query.cases.view;

import static casebook.query.cases.projection.CaseDocument.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import casebook.events.CaseIncident;
import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which cases a caller may see, and which incidents of a case: a case without any of the latter does not exist for the caller, nor does one that is
 * sealed for others.
 */
final class VisibleCases {

    private VisibleCases() {}

    /** The incidents of a case that the scope covers. */
    static List<CaseIncident> incidents(CaseFileState state, Scope scope) {
        return state.incidents().stream()
                .filter(one -> scope.covers(one.station(), one.stationProvince()))
                .toList();
    }

    static Bson to(Caller caller) {
        return to(caller, caller.scope(), Optional.empty());
    }

    /** Those within a scope, with an incident of this station if one is asked for. */
    static Bson to(Caller caller, Scope scope, Optional<StationCode> station) {
        return and(SealFilter.of(caller), in(scope, station));
    }

    /** Those with an incident that the scope covers, sealed or not; of this station if one is asked for. */
    static Bson in(Scope scope, Optional<StationCode> station) {
        var covered = ScopeFilter.of(scope);
        return switch (scope) {
            case Scope.All() when station.isEmpty() -> covered;
            case Scope.Nothing() -> covered;
            default ->
                elemMatch(
                        INCIDENTS,
                        and(
                                covered,
                                station.map(code -> eq(ScopeFilter.STATION, code.value()))
                                        .orElseGet(Document::new)));
        };
    }
}
