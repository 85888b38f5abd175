package casebook.query.exhibits.view;

import static casebook.query.exhibits.projection.ExhibitsProjection.EXHIBITS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import casebook.events.ExhibitFileAttached;
import casebook.http.Scope;
import casebook.query.exhibits.ExhibitState;
import casebook.query.exhibits.projection.ExhibitDocument;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Overdue;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exhibits for reading: whoever may see an incident may see what was seized in it. */
@Component
public final class ExhibitViews {

    private final LedgerEvents ledger;
    private final ExhibitHistory history;

    ExhibitViews(LedgerEvents ledger, ExhibitHistory history) {
        this.ledger = ledger;
        this.history = history;
    }

    /** The exhibit with its chain; empty if there is none for this caller. */
    public Mono<ExhibitView> one(Reading reading, UUID id, ViewRequest request) {
        return state(reading, id, request.caller().scope())
                .zipWhen(state -> ledger.of(id.toString(), state.position()))
                .map(found -> new ExhibitView(
                        ExhibitRow.of(found.getT1()),
                        ExhibitActions.of(found.getT1(), request.caller()),
                        history.chain(found.getT2(), request.locale())));
    }

    /** The newest version of the exhibit's file; empty if there is no such exhibit in the scope, or no file of it. */
    public Mono<ExhibitFileAttached> file(Reading reading, UUID id, Scope scope) {
        return state(reading, id, scope).mapNotNull(state -> state.details().file());
    }

    private static Mono<ExhibitState> state(Reading reading, UUID id, Scope scope) {
        var filter = and(eq(id.toString()), ScopeFilter.of(scope));
        return Mono.from(reading.collection(EXHIBITS).find(filter).first()).map(ExhibitDocument::state);
    }

    /** The exhibits of incidents that the caller is known to see, in the order in which they entered custody. */
    public Mono<List<ExhibitRow>> of(Reading reading, Collection<String> incidents) {
        return states(reading, incidents).map(ExhibitRow::of).collectList();
    }

    /** The same, as the ledger knew them below an index: an exhibit stays with the incident that it was seized in. */
    public Mono<List<ExhibitRow>> asOf(Reading reading, Collection<String> incidents, long index) {
        return states(reading, incidents)
                .filter(state -> state.enteredAt() <= index)
                .concatMap(state -> ledger.of(state.id().toString(), index))
                .flatMapIterable(events -> ExhibitState.of(events).stream().toList())
                .map(ExhibitRow::of)
                .collectList();
    }

    /** What happened to the exhibits of an incident that the caller is known to see; not in order across exhibits. */
    public Mono<List<HistoryEntry>> historyOf(Reading reading, UUID incident, Locale locale) {
        return states(reading, List.of(incident.toString()))
                .concatMap(state -> ledger.of(state.id().toString(), reading.position()))
                .flatMapIterable(events -> history.of(events, locale))
                .collectList();
    }

    /** What is overdue longest within a scope. */
    public Mono<List<Overdue>> overdue(Reading reading, Scope scope, int limit) {
        return OverdueFields.longest(
                reading.collection(EXHIBITS), ScopeFilter.of(scope), limit, ExhibitViews::overdueOf);
    }

    private static List<Overdue> overdueOf(Document document) {
        var state = ExhibitDocument.state(document);
        var details = state.details();
        return state.overdue().stream()
                .map(missed -> new Overdue(
                        details.station(), details.incident(), null, state.id(), missed.kind(), missed.dueAt()))
                .toList();
    }

    private static Flux<ExhibitState> states(Reading reading, Collection<String> incidents) {
        return Flux.from(reading.collection(EXHIBITS).find(in(ExhibitDocument.INCIDENT, incidents)))
                .map(ExhibitDocument::state)
                .collectSortedList(Comparator.comparing(ExhibitState::enteredAt))
                .flatMapIterable(states -> states);
    }
}
