package casebook.query.incidents.view;

import casebook.query.access.AccessLog;
import casebook.query.exhibits.view.ExhibitViews;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.Plate;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.ViewRequest;
import casebook.query.projection.Reading;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What belongs to an incident and stands elsewhere: its cases, its exhibits, incidents with the same vehicle or person. */
@Component
public final class Surroundings {

    private final ExhibitViews exhibits;
    private final RelatedIncidents related;
    private final AccessLog accesses;
    private final CasesThen casesThen;

    Surroundings(ExhibitViews exhibits, RelatedIncidents related, AccessLog accesses, CasesThen casesThen) {
        this.casesThen = casesThen;
        this.exhibits = exhibits;
        this.related = related;
        this.accesses = accesses;
    }

    Mono<IncidentView.Beside> of(Reading reading, IncidentState state, ViewRequest request) {
        var id = List.of(state.id().toString());
        var caller = request.caller();
        return Mono.zip(
                        CasesOf.incidents(reading, id, caller),
                        exhibits.of(reading, id),
                        related.to(reading, id, request))
                .map(found -> new IncidentView.Beside(
                        found.getT1().of(state.id()), found.getT2(), found.getT3(), IncidentActions.of(state, caller)));
    }

    /** The same, as the ledger knew it below an index. */
    Mono<IncidentView.Beside> asOf(Reading reading, IncidentState state, long index, ViewRequest request) {
        var id = state.id().toString();
        return Mono.zip(
                casesThen.of(reading, id, index, request.caller()),
                exhibits.asOf(reading, List.of(id), index),
                (cases, rows) -> new IncidentView.Beside(cases, rows, null, null));
    }

    /** What happened to the exhibits of an incident. */
    Mono<List<HistoryEntry>> custody(Reading reading, UUID incident, Locale locale) {
        return exhibits.historyOf(reading, incident, locale);
    }

    /** Whom and what a vehicle was seen with. */
    public Mono<VehicleView> of(Reading reading, Plate plate, ViewRequest request) {
        var caller = request.caller();
        return related.with(reading, plate, caller)
                .flatMap(found -> CasesOf.incidents(
                                reading,
                                found.stream().map(one -> one.id().toString()).toList(),
                                caller)
                        .map(cases -> new VehicleView(
                                plate.value(),
                                found.stream()
                                        .map(one -> VehicleView.Sighting.of(one, cases.of(one.id())))
                                        .toList())))
                .delayUntil(seen -> accesses.companions(request, seen.persons()));
    }
}
