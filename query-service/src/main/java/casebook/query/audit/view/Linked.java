package casebook.query.audit.view;

import static casebook.query.links.projection.LinksProjection.CASES;
import static casebook.query.links.projection.LinksProjection.EXHIBITS;
import static casebook.query.links.projection.LinksProjection.INCIDENT;
import static casebook.query.links.projection.LinksProjection.INCIDENTS;
import static casebook.query.links.projection.LinksProjection.LINKS;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import casebook.query.projection.Reading;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was ever linked to an incident or a case: the incident's cases, or the case's incidents and the cases that it was merged with; and the exhibits
 * of these incidents.
 */
final class Linked {

    private Linked() {}

    /** The ids, with the one that is asked for. */
    static Mono<Set<String>> to(String id, Reading reading) {
        var links = reading.collection(LINKS).find(or(eq("_id", id), eq(INCIDENTS, id)));
        return Flux.from(links)
                .collect(() -> new HashSet<>(Set.of(id)), (ids, found) -> add(id, found, ids))
                .flatMap(ids -> withExhibits(ids, reading));
    }

    /** The incidents and cases of the case, or the case of the incident. */
    private static void add(String id, Document found, Set<String> ids) {
        var caseFile = found.getString("_id");
        if (caseFile.equals(id)) {
            ids.addAll(found.getList(INCIDENTS, String.class));
            ids.addAll(found.getList(CASES, String.class));
        } else {
            ids.add(caseFile);
        }
    }

    private static Mono<Set<String>> withExhibits(Set<String> ids, Reading reading) {
        return Flux.from(reading.collection(EXHIBITS).find(in(INCIDENT, ids)))
                .map(found -> found.getString("_id"))
                .collect(() -> new HashSet<>(ids), Set::add);
    }
}
