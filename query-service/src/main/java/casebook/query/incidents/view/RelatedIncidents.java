package casebook.query.incidents.view;

import static casebook.query.incidents.projection.IncidentDocument.OCCURRED_AT;
import static casebook.query.incidents.projection.IncidentDocument.PLATES;
import static casebook.query.incidents.projection.IncidentDocument.STATUS;
import static casebook.query.incidents.projection.IncidentDocument.SUBJECTS;
import static casebook.query.incidents.projection.IncidentsProjection.INCIDENTS;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import casebook.events.IncidentStatus;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.query.access.AccessLog;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.Plate;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.platform.ScopeFilter;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.Reading;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Other incidents with a vehicle or a person of some incidents: those that the caller may see and that are not voided, the latest first. */
@Component
public final class RelatedIncidents {

    private static final int MOST = 100;

    private final SamePersons persons;

    private final AccessLog accesses;

    RelatedIncidents(SamePersons persons, AccessLog accesses) {
        this.persons = persons;
        this.accesses = accesses;
    }

    /** To incidents that the caller is known to see. */
    public Mono<List<RelatedIncident>> to(Reading reading, Collection<String> ids, ViewRequest request) {
        return Flux.from(reading.collection(INCIDENTS).find(Filters.in("_id", ids)))
                .map(IncidentDocument::state)
                .collectList()
                .flatMap(incidents -> persons.of(incidents)
                        .flatMap(comparison -> new Search(incidents, comparison).in(reading, request.caller())))
                .delayUntil(found -> accesses.related(request, RelatedIncident.persons(found)));
    }

    /** With this vehicle, whoever was in them. */
    Mono<List<IncidentState>> with(Reading reading, Plate plate, Caller caller) {
        return find(reading, Filters.eq(PLATES, plate.value()), List.of(), caller);
    }

    private static Mono<List<IncidentState>> find(
            Reading reading, Bson filter, Collection<String> except, Caller caller) {
        var all = and(
                filter, nin("_id", except), ne(STATUS, IncidentStatus.VOIDED.name()), ScopeFilter.of(caller.scope()));
        return Flux.from(reading.collection(INCIDENTS)
                        .find(all)
                        .sort(descending(OCCURRED_AT, "_id"))
                        .limit(MOST))
                .map(IncidentDocument::state)
                .collectList();
    }

    /** What incidents have in common with others. */
    private static final class Search {

        private final List<IncidentState> incidents;
        private final List<Plate> plates;
        private final SamePersons.Comparison persons;
        private final Set<SubjectId> candidates;

        Search(List<IncidentState> incidents, SamePersons.Comparison persons) {
            this.incidents = incidents;
            this.plates = incidents.stream()
                    .flatMap(incident -> Plate.in(incident.details()).stream())
                    .distinct()
                    .toList();
            this.persons = persons;
            this.candidates = persons.candidates();
        }

        Mono<List<RelatedIncident>> in(Reading reading, Caller caller) {
            if (plates.isEmpty() && candidates.isEmpty()) {
                return Mono.just(List.of());
            }
            return find(reading, condition(), ids(incidents), caller)
                    .flatMap(found -> CasesOf.incidents(reading, ids(found), caller)
                            .flatMap(cases -> Flux.fromIterable(found)
                                    .concatMap(other -> related(other, cases))
                                    .collectList()));
        }

        private Bson condition() {
            var others = candidates.stream().map(SubjectId::toString).toList();
            return or(Filters.in(PLATES, plates.stream().map(Plate::value).toList()), Filters.in(SUBJECTS, others));
        }

        private Mono<RelatedIncident> related(IncidentState other, CasesOf cases) {
            var common =
                    Plate.in(other.details()).stream().filter(plates::contains).toList();
            return persons.with(other)
                    .filter(same -> !common.isEmpty() || !same.isEmpty())
                    .map(same -> RelatedIncident.of(other, cases.of(other.id()), common, same));
        }
    }

    private static List<String> ids(List<IncidentState> incidents) {
        return incidents.stream().map(incident -> incident.id().toString()).toList();
    }
}
