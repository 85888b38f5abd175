package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static casebook.query.incidents.projection.IncidentsProjection.LINKS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import casebook.http.Caller;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.LinkDocuments;
import casebook.query.platform.AsOf;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Labels;
import casebook.query.platform.Page;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Incidents for reading. What is outside the caller's scope is not found, whatever it is asked for by. */
@Component
public final class IncidentViews {

    private final LedgerEvents ledger;
    private final Persons persons;
    private final IncidentHistory history;
    private final Labels labels;

    IncidentViews(LedgerEvents ledger, Persons persons, IncidentHistory history, Labels labels) {
        this.ledger = ledger;
        this.persons = persons;
        this.history = history;
        this.labels = labels;
    }

    public Mono<Page<IncidentRow>> list(Reading reading, IncidentQuery query, Caller caller) {
        var filters = new ArrayList<Bson>(query.filters());
        filters.add(ScopeFilter.of(caller.scope()));
        return Page.of(
                reading.collection(INCIDENTS),
                filters,
                query.page(),
                document -> IncidentRow.of(IncidentDocument.state(document)));
    }

    /** The incident as it is now; empty if there is none for this caller. */
    public Mono<IncidentView> now(Reading reading, UUID id, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(state -> Mono.zip(
                        persons.of(state.details().subjects(), request.caller(), request.purpose()),
                        casesOf(reading, id),
                        (subjects, cases) -> IncidentView.of(
                                state,
                                subjects,
                                new IncidentView.Present(cases, IncidentActions.of(state, request.caller())),
                                words(state, request.locale()))));
    }

    /** The incident as the ledger knew it then; empty if it did not, or not for this caller. */
    public Mono<IncidentView> asOf(Reading reading, UUID id, AsOf moment, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(present -> moment.index(ledger))
                .flatMap(index -> ledger.of(id.toString(), index))
                .flatMap(events -> Mono.justOrEmpty(IncidentState.of(events)))
                .flatMap(state -> persons.of(state.details().subjects(), request.caller(), request.purpose())
                        .map(subjects -> IncidentView.of(
                                state, subjects, IncidentView.Present.NONE, words(state, request.locale()))));
    }

    public Mono<List<HistoryEntry>> history(Reading reading, UUID id, ViewRequest request) {
        return find(reading, id, request.caller())
                .flatMap(present -> ledger.of(id.toString(), reading.position()))
                .map(events -> history.of(events, request.locale()));
    }

    /** Incidents of a case that the caller is known to see, in the order given. */
    public Mono<List<IncidentRow>> rows(Reading reading, List<String> ids) {
        return Flux.from(reading.collection(INCIDENTS).find(in("_id", ids)))
                .map(IncidentDocument::state)
                .map(IncidentRow::of)
                .collectSortedList(
                        Comparator.comparing(row -> ids.indexOf(row.id().toString())));
    }

    /** The same, as the ledger knew them below an index. */
    public Mono<List<IncidentRow>> rowsAsOf(long index, List<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> ledger.of(id, index))
                .flatMapIterable(events -> IncidentState.of(events).stream().toList())
                .map(IncidentRow::of)
                .collectList();
    }

    private static Mono<IncidentState> find(Reading reading, UUID id, Caller caller) {
        var filter = and(eq(id.toString()), ScopeFilter.of(caller.scope()));
        return Mono.from(reading.collection(INCIDENTS).find(filter).first()).map(IncidentDocument::state);
    }

    private static Mono<List<String>> casesOf(Reading reading, UUID id) {
        return Flux.from(reading.collection(LINKS).find(eq(LinkDocuments.INCIDENTS, id.toString())))
                .map(found -> found.getString("_id"))
                .sort()
                .collectList();
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
