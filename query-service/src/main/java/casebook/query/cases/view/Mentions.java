package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseSeparated;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.http.Caller;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.incidents.view.IncidentNumbers;
import casebook.query.platform.Names;
import casebook.query.projection.LedgerEvent;
import casebook.query.projection.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The other cases and the incidents that the events of a case mention. */
final class Mentions {

    private final List<LedgerEvent> events;

    Mentions(List<LedgerEvent> events) {
        this.events = events;
    }

    /** Their names, as far as the caller may see them now. */
    Mono<Names> names(Reading reading, Caller caller) {
        return Mono.zip(titles(reading, caller), IncidentNumbers.of(reading, incidents(), caller.scope()), this::both);
    }

    private Mono<Map<String, String>> titles(Reading reading, Caller caller) {
        var ids = cases().stream().map(CaseId::toString).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(reading.collection(CASES).find(and(in("_id", ids), VisibleCases.to(caller))))
                        .map(CaseDocument::state)
                        .collectMap(found -> found.id().toString(), CaseFileState::title);
    }

    private List<CaseId> cases() {
        return events.stream()
                .flatMap(event -> switch (event.event()) {
                    case CaseMerged merged -> Stream.of(merged.into());
                    case CaseAbsorbed absorbed -> Stream.of(absorbed.absorbed());
                    case CaseSeparated separated -> Stream.of(separated.separated());
                    default -> Stream.empty();
                })
                .distinct()
                .toList();
    }

    private List<IncidentId> incidents() {
        return events.stream()
                .flatMap(event -> switch (event.event()) {
                    case IncidentLinked linked -> Stream.of(linked.incident().incident());
                    case IncidentUnlinked unlinked -> Stream.of(unlinked.incident());
                    default -> Stream.empty();
                })
                .distinct()
                .toList();
    }

    private Names both(Map<String, String> titles, Map<String, String> numbers) {
        var names = new HashMap<>(titles);
        names.putAll(numbers);
        var mentioned = Stream.concat(cases().stream(), incidents().stream()).toList();
        return Names.among(mentioned, names);
    }
}
