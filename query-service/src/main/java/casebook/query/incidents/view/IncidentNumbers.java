package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import casebook.events.IncidentId;
import casebook.http.Scope;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.ScopeFilter;
import casebook.query.projection.Reading;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The numbers of incidents, by id. */
public final class IncidentNumbers {

    private IncidentNumbers() {}

    /** Of those incidents that the scope covers. */
    public static Mono<Map<String, String>> of(Reading reading, Collection<IncidentId> incidents, Scope scope) {
        if (incidents.isEmpty()) {
            return Mono.just(Map.of());
        }
        var ids = incidents.stream().map(IncidentId::toString).toList();
        return Flux.from(reading.collection(INCIDENTS).find(and(in("_id", ids), ScopeFilter.of(scope))))
                .map(IncidentDocument::state)
                .collectMap(incident -> incident.id().toString(), IncidentState::number);
    }
}
