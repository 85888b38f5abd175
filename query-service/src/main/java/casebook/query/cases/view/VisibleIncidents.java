package casebook.query.cases.view;

import static casebook.query.cases.projection.CaseDocument.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import casebook.events.CaseIncident;
import casebook.events.StationCode;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import casebook.query.platform.ScopeFilter;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which incidents of a case a caller may see; a case without any does not exist for the caller. */
final class VisibleIncidents {

    private VisibleIncidents() {}

    static List<CaseIncident> of(CaseFileState state, Scope scope) {
        return state.incidents().stream()
                .filter(one -> scope.covers(one.station(), one.stationProvince()))
                .toList();
    }

    /** The cases with an incident that the scope covers, and of this station if one is asked for. */
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
