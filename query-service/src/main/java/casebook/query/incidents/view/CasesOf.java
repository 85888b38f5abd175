package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.LINKS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import casebook.http.Caller;
import casebook.query.incidents.projection.LinkDocuments;
import casebook.query.platform.SealFilter;
import casebook.query.projection.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that hold some incidents, by incident: those that the caller, who may see the incidents, may see. */
record CasesOf(Map<String, SortedSet<String>> byIncident) {

    static Mono<CasesOf> incidents(Reading reading, Collection<String> incidents, Caller caller) {
        var filter = and(in(LinkDocuments.INCIDENTS, incidents), SealFilter.of(caller));
        return Flux.from(reading.collection(LINKS).find(filter))
                .<Map<String, SortedSet<String>>>collect(TreeMap::new, CasesOf::add)
                .map(CasesOf::new);
    }

    private static void add(Map<String, SortedSet<String>> byIncident, Document found) {
        for (var incident : found.getList(LinkDocuments.INCIDENTS, String.class)) {
            byIncident.computeIfAbsent(incident, _ -> new TreeSet<>()).add(found.getString("_id"));
        }
    }

    List<String> of(Object incident) {
        return List.copyOf(byIncident.getOrDefault(incident.toString(), new TreeSet<>()));
    }
}
