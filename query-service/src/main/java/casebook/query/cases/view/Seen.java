package casebook.query.cases.view;

import static casebook.query.cases.projection.CasesProjection.CASES;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseIncidents;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import casebook.query.projection.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a caller may see of cases that exist for the caller.
 *
 * @param partners the cases that they were merged with and that exist for the caller, too
 */
record Seen(Scope scope, Set<CaseId> partners) {

    /** Of these cases, and of those that they were merged with. */
    static Mono<Seen> of(Reading reading, List<CaseFileState> cases, Caller caller, Scope scope) {
        var partners = cases.stream().flatMap(Seen::partnersOf).distinct().toList();
        return existing(reading, partners, caller, scope).map(seen -> new Seen(scope, seen));
    }

    private static Stream<CaseId> partnersOf(CaseFileState state) {
        return Stream.concat(Stream.ofNullable(into(state)), from(state));
    }

    private static Mono<Set<CaseId>> existing(Reading reading, List<CaseId> ids, Caller caller, Scope scope) {
        var named = in("_id", ids.stream().map(CaseId::toString).toList());
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : Flux.from(reading.collection(CASES)
                                .find(and(named, VisibleCases.to(caller, scope, Optional.empty())))
                                .projection(include("_id")))
                        .map(found -> new CaseId(UUID.fromString(found.getString("_id"))))
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<IncidentId> incidents(CaseFileState state) {
        return VisibleCases.incidents(state, scope).stream()
                .map(CaseIncident::incident)
                .toList();
    }

    List<StationCode> stations(CaseFileState state) {
        return VisibleCases.incidents(state, scope).stream()
                .map(CaseIncident::station)
                .distinct()
                .toList();
    }

    /** Where the case went. */
    @Nullable
    CaseId mergedInto(CaseFileState state) {
        var into = into(state);
        return into != null && partners.contains(into) ? into : null;
    }

    /** The cases that went into it. */
    List<CaseId> absorbed(CaseFileState state) {
        return from(state).filter(partners::contains).toList();
    }

    /** Whether it went into a case that does not exist for the caller. */
    boolean isMergedUnseen(CaseFileState state) {
        return !Objects.equals(into(state), mergedInto(state));
    }

    private static @Nullable CaseId into(CaseFileState state) {
        var merger = state.details().merger();
        return merger == null ? null : merger.into();
    }

    private static Stream<CaseId> from(CaseFileState state) {
        return state.details().incidents().absorbed().stream().map(CaseIncidents.Absorbed::from);
    }
}
