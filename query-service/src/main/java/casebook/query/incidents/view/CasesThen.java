package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import casebook.http.Caller;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.incidents.projection.LinkDocuments;
import casebook.query.links.projection.LinksProjection;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.SealFilter;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases that held an incident at a moment of knowledge: of those that ever did, those that the caller may see now. */
@Component
final class CasesThen {

    private final LedgerEvents ledger;

    CasesThen(LedgerEvents ledger) {
        this.ledger = ledger;
    }

    /** @param index what lies below it was known */
    Mono<List<String>> of(Reading reading, String incident, long index, Caller caller) {
        return ever(reading, incident)
                .flatMapMany(ids -> Flux.from(
                        reading.collection(IncidentsProjection.LINKS).find(and(in("_id", ids), SealFilter.of(caller)))))
                .filterWhen(present -> isInScope(reading, present, caller))
                .map(present -> present.getString("_id"))
                .filterWhen(id -> ledger.of(id, index)
                        .map(events -> LinkDocuments.heldAfter(events).contains(incident)))
                .collectSortedList();
    }

    private static Mono<List<String>> ever(Reading reading, String incident) {
        return Flux.from(reading.collection(LinksProjection.LINKS).find(eq(LinksProjection.INCIDENTS, incident)))
                .map(found -> found.getString("_id"))
                .collectList();
    }

    /** A case exists for whom one of its incidents exists. */
    private static Mono<Boolean> isInScope(Reading reading, Document present, Caller caller) {
        var filter = and(in("_id", LinkDocuments.held(present)), ScopeFilter.of(caller.scope()));
        return Flux.from(reading.collection(INCIDENTS).find(filter).limit(1)).hasElements();
    }
}
