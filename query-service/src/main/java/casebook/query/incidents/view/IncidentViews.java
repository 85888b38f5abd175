package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import casebook.events.IncidentVoided;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.AsOf;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Known;
import casebook.query.platform.Labels;
import casebook.query.platform.Names;
import casebook.query.platform.Overdue;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Incidents for reading. What is outside the caller's scope is not found, whatever it is asked for by. */
@Component
public final class IncidentViews {

    private final LedgerEvents ledger;
    private final Persons persons;
    private final Surroundings surroundings;
    private final IncidentHistory history;
    private final KeptFacets facets;
    private final Labels labels;

    IncidentViews(
            LedgerEvents ledger,
            Persons persons,
            Surroundings surroundings,
            IncidentHistory history,
            KeptFacets facets,
            Labels labels) {
        this.ledger = ledger;
        this.persons = persons;
        this.surroundings = surroundings;
        this.history = history;
        this.facets = facets;
        this.labels = labels;
    }

    /** What a list shows: the incidents as they are, or as they were. */
    public Mono<Known> known(Reading reading, IncidentQuery query) {
        return Known.of(reading, query.page(), ledger);
    }

    public Mono<IncidentPage> list(Known known, IncidentQuery query, Scope scope) {
        return IncidentLists.page(known, query, scope, facets);
    }

    /** How many there are on all pages. */
    public Mono<Long> count(Known known, IncidentQuery query, Scope scope) {
        return IncidentLists.count(known, query, scope);
    }

    /** All the pages in one. */
    public Flux<IncidentRow> all(Known known, IncidentQuery query, Caller caller) {
        return IncidentLists.all(known, query, caller.scope());
    }

    /** The incident as it is now; empty if there is none for this caller. */
    public Mono<IncidentView> now(Reading reading, UUID id, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(state ->
                        view(state, state.persons().erased(), surroundings.of(reading, state, request), request));
    }

    /** The incident as the ledger knew it then; empty if it did not, or not for this caller. Who was erased since is not named. */
    public Mono<IncidentView> asOf(Reading reading, UUID id, AsOf moment, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(present -> moment.index(reading, ledger)
                        .flatMap(index -> ledger.of(id.toString(), index)
                                .flatMap(events -> Mono.justOrEmpty(IncidentState.of(events)))
                                .flatMap(state -> asSeen(reading, state, request.caller()))
                                .flatMap(state -> view(
                                        state,
                                        present.persons().erased(),
                                        surroundings.asOf(reading, state, index, request),
                                        request))));
    }

    private Mono<IncidentView> view(
            IncidentState state,
            Collection<SubjectId> erased,
            Mono<IncidentView.Beside> surroundings,
            ViewRequest request) {
        return Mono.zip(
                persons.of(state, erased, request),
                surroundings,
                (subjects, beside) -> IncidentView.of(state, subjects, beside, words(state, request.locale())));
    }

    public Mono<List<HistoryEntry>> history(Reading reading, UUID id, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(present -> ledger.of(id.toString(), reading.position()))
                .flatMap(events ->
                        names(reading, events, request).map(names -> history.of(events, names, request.locale())))
                .zipWith(surroundings.custody(reading, id, request.locale()), IncidentViews::inOrder);
    }

    /** Of the reports that it is a duplicate of, as far as the caller may see them. */
    private static Mono<Names> names(Reading reading, List<LedgerEvent> events, ViewRequest request) {
        var originals = events.stream()
                .flatMap(event -> event.event() instanceof IncidentVoided voided && voided.duplicateOf() != null
                        ? Stream.of(voided.duplicateOf())
                        : Stream.empty())
                .toList();
        return IncidentNumbers.of(reading, originals, request.caller().scope())
                .map(numbers -> Names.among(originals, numbers));
    }

    private static List<HistoryEntry> inOrder(List<HistoryEntry> own, List<HistoryEntry> custody) {
        return Stream.concat(own.stream(), custody.stream())
                .sorted(Comparator.comparingLong(HistoryEntry::position))
                .toList();
    }

    /** Incidents of a case that the caller is known to see, in the order given. */
    public Mono<List<IncidentRow>> rows(Reading reading, List<String> ids) {
        return Flux.from(reading.collection(INCIDENTS).find(in("_id", ids)))
                .map(IncidentDocument::state)
                .map(IncidentRow::of)
                .collectMap(row -> row.id().toString())
                .map(rows -> ids.stream()
                        .flatMap(id -> Stream.ofNullable(rows.get(id)))
                        .toList());
    }

    /** The same, as the ledger knew them below an index. */
    public Mono<List<IncidentRow>> rowsAsOf(long index, List<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> ledger.of(id, index))
                .flatMapIterable(events -> IncidentState.of(events).stream().toList())
                .map(IncidentRow::of)
                .collectList();
    }

    /** What is overdue longest within a scope. */
    public Mono<List<Overdue>> overdue(Reading reading, Scope scope, int limit) {
        return OverdueFields.longest(
                reading.collection(INCIDENTS), ScopeFilter.of(scope), limit, IncidentViews::overdueOf);
    }

    private static List<Overdue> overdueOf(Document document) {
        var state = IncidentDocument.state(document);
        return state.overdue().stream()
                .map(missed -> new Overdue(state.station(), state.id(), null, null, missed.kind(), missed.dueAt()))
                .toList();
    }

    private static Mono<IncidentState> find(Reading reading, UUID id, Caller caller) {
        var filter = and(eq(id.toString()), ScopeFilter.of(caller.scope()));
        return Mono.from(reading.collection(INCIDENTS).find(filter).first())
                .map(IncidentDocument::state)
                .flatMap(state -> asSeen(reading, state, caller));
    }

    /** Without the report that it is a duplicate of, where that does not exist for the caller. */
    private static Mono<IncidentState> asSeen(Reading reading, IncidentState state, Caller caller) {
        var original = state.standing().duplicateOf();
        return original == null
                ? Mono.just(state)
                : IncidentNumbers.of(reading, List.of(original), caller.scope())
                        .map(seen -> seen.isEmpty() ? state.withoutOriginal() : state);
    }

    private Map<String, String> words(IncidentState state, Locale locale) {
        var words = new LinkedHashMap<String, String>();
        words.put("status", labels.of(state.status(), locale));
        words.put("category", labels.of(state.details().category(), locale));
        if (state.details().source() != null) {
            words.put("source", labels.of(state.details().source(), locale));
        }
        return words;
    }
}
