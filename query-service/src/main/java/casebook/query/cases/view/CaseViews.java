package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseDetails;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.exhibits.view.ExhibitViews;
import casebook.query.incidents.view.IncidentRow;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.incidents.view.RelatedIncidents;
import casebook.query.platform.AsOf;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Known;
import casebook.query.platform.Labels;
import casebook.query.platform.Overdue;
import casebook.query.platform.OverdueFields;
import casebook.query.platform.Page;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases for reading: those with an incident that the caller may see, and of them only such incidents. */
@Component
public final class CaseViews {

    private final LedgerEvents ledger;
    private final IncidentViews incidents;
    private final ExhibitViews exhibits;
    private final RelatedIncidents related;
    private final CaseHistory history;
    private final Labels labels;

    CaseViews(
            LedgerEvents ledger,
            IncidentViews incidents,
            ExhibitViews exhibits,
            RelatedIncidents related,
            CaseHistory history,
            Labels labels) {
        this.ledger = ledger;
        this.incidents = incidents;
        this.exhibits = exhibits;
        this.related = related;
        this.history = history;
        this.labels = labels;
    }

    /** What a list shows: the cases as they are, or as they were. */
    public Mono<Known> known(Reading reading, CaseQuery query) {
        return Known.of(reading, query.page(), ledger);
    }

    /** @param scope that the caller's covers, or the caller's own */
    public Mono<Page<CaseRow>> list(Known known, CaseQuery query, Caller caller, Scope scope) {
        return CaseLists.page(known, query, caller, scope);
    }

    /** How many there are on all pages. */
    public Mono<Long> count(Known known, CaseQuery query, Caller caller, Scope scope) {
        return CaseLists.count(known, query, caller, scope);
    }

    /** All the pages in one. */
    public Flux<CaseRow> all(Known known, CaseQuery query, Caller caller) {
        return CaseLists.all(known, query, caller);
    }

    /** The case as it is now; empty if there is none for this caller. */
    public Mono<CaseView> now(Reading reading, UUID id, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(state -> seen(reading, state, request)
                        .flatMap(seen -> Mono.zip(
                                incidents.rows(reading, visible(state, request)),
                                beside(reading, state, seen, request),
                                (rows, beside) -> view(state, seen, rows, beside, request))));
    }

    private static Mono<Seen> seen(Reading reading, CaseFileState state, ViewRequest request) {
        return Seen.of(
                reading, List.of(state), request.caller(), request.caller().scope());
    }

    private Mono<CaseView.Beside> beside(Reading reading, CaseFileState state, Seen seen, ViewRequest request) {
        var visible = visible(state, request);
        return Mono.zip(exhibits.of(reading, visible), related.to(reading, visible, request), target(reading, state))
                .map(found -> new CaseView.Beside(
                        found.getT1(),
                        found.getT2(),
                        CaseActions.of(state, found.getT3().orElse(null), seen, request.caller())));
    }

    /** The case that this one went into, whoever may see it: only what this one may do depends on it. */
    private static Mono<Optional<CaseDetails>> target(Reading reading, CaseFileState state) {
        var merger = state.details().merger();
        return merger == null
                ? Mono.just(Optional.empty())
                : Mono.from(reading.collection(CASES)
                                .find(eq(merger.into().toString()))
                                .first())
                        .map(found -> CaseDocument.state(found).details())
                        .singleOptional();
    }

    /** The case as the ledger knew it then; empty if it did not, or not for this caller. */
    public Mono<CaseView> asOf(Reading reading, UUID id, AsOf moment, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(present -> moment.index(reading, ledger))
                .flatMap(index -> ledger.of(id.toString(), index)
                        .flatMap(events -> Mono.justOrEmpty(CaseFileState.of(events)))
                        .filter(state -> !visible(state, request).isEmpty())
                        .flatMap(state -> asOf(reading, state, index, request)));
    }

    private Mono<CaseView> asOf(Reading reading, CaseFileState state, long index, ViewRequest request) {
        var visible = visible(state, request);
        return Mono.zip(
                        seen(reading, state, request),
                        incidents.rowsAsOf(index, visible),
                        exhibits.asOf(reading, visible, index))
                .map(found -> view(
                        state, found.getT1(), found.getT2(), new CaseView.Beside(found.getT3(), null, null), request));
    }

    public Mono<List<HistoryEntry>> history(Reading reading, UUID id, ViewRequest request) {
        var scope = request.caller().scope();
        return find(reading, id, request.caller())
                .flatMap(present -> ledger.of(id.toString(), reading.position()))
                .flatMap(events -> new Mentions(events)
                        .names(reading, request.caller())
                        .map(names -> history.of(events, everVisible(events, scope), names, request.locale())));
    }

    /** What is overdue longest of the cases that the caller may see. */
    public Mono<List<Overdue>> overdue(Reading reading, Caller caller, int limit) {
        return OverdueFields.longest(
                reading.collection(CASES),
                VisibleCases.to(caller),
                limit,
                document -> overdueOf(CaseDocument.state(document), caller.scope()));
    }

    /** Under the station of the first incident that the caller may see. */
    private static List<Overdue> overdueOf(CaseFileState state, Scope scope) {
        var station = VisibleCases.incidents(state, scope).getFirst().station();
        return state.overdue().stream()
                .map(missed -> new Overdue(station, null, state.id(), null, missed.kind(), missed.dueAt()))
                .toList();
    }

    private static Mono<CaseFileState> find(Reading reading, UUID id, Caller caller) {
        var filter = and(eq(id.toString()), VisibleCases.to(caller));
        return Mono.from(reading.collection(CASES).find(filter).first()).map(CaseDocument::state);
    }

    private CaseView view(
            CaseFileState state, Seen seen, List<IncidentRow> rows, CaseView.Beside beside, ViewRequest request) {
        return CaseView.of(state, seen, rows, beside, Map.of("status", labels.of(state.state(), request.locale())));
    }

    private static List<String> visible(CaseFileState state, ViewRequest request) {
        return VisibleCases.incidents(state, request.caller().scope()).stream()
                .map(one -> one.incident().toString())
                .toList();
    }

    /** Those that were in the case at any time and that the scope covers. */
    private static Set<IncidentId> everVisible(List<LedgerEvent> events, Scope scope) {
        return events.stream()
                .flatMap(CaseViews::incidentsOf)
                .filter(one -> scope.covers(one.station(), one.stationProvince()))
                .map(CaseIncident::incident)
                .collect(Collectors.toSet());
    }

    private static Stream<CaseIncident> incidentsOf(LedgerEvent event) {
        return switch (event.event()) {
            case CaseOpened opened -> opened.incidents().stream();
            case IncidentLinked linked -> Stream.of(linked.incident());
            case CaseAbsorbed absorbed -> absorbed.incidents().stream();
            default -> Stream.empty();
        };
    }
}
