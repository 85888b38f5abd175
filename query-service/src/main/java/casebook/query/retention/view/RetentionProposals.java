package casebook.query.retention.view;

import static casebook.query.incidents.projection.IncidentDocument.KEPT;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import casebook.events.CaseIncident;
import casebook.events.IncidentId;
import casebook.events.SubjectId;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CaseDocument;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentDocument;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.ListQuery;
import casebook.query.platform.Page;
import casebook.query.projection.Reading;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposes erasures by the rules of retention; it erases nothing. */
@Component
public final class RetentionProposals {

    private final RetentionRules rules;
    private final Clock clock;

    RetentionProposals(
            RetentionProperties properties,
            @Value("${casebook.reporting.zone:Asia/Ho_Chi_Minh}") ZoneId zone,
            Clock clock) {
        this.rules = new RetentionRules(properties, zone);
        this.clock = clock;
    }

    /** Of the next incidents that happened long ago; a page may have fewer proposals than its limit, or more. */
    public Mono<Page<RetentionProposal>> of(Reading reading, ListQuery query) {
        var now = clock.instant();
        return rules.longAgo(now)
                .map(longAgo -> Page.of(
                                reading,
                                IncidentsProjection.INCIDENTS,
                                List.of(longAgo, exists(KEPT + ".0")),
                                query,
                                IncidentDocument::state)
                        .flatMap(page ->
                                proposals(reading, page.items(), now).map(items -> new Page<>(items, page.next()))))
                .orElseGet(() -> Mono.just(new Page<>(List.of(), null)));
    }

    private Mono<List<RetentionProposal>> proposals(Reading reading, List<IncidentState> incidents, Instant now) {
        return naming(reading, incidents)
                .flatMap(naming -> cases(reading, naming)
                        .map(cases -> new Matter(naming, cases, now))
                        .map(matter ->
                                incidents.stream().flatMap(matter::proposals).toList()));
    }

    /** All incidents that name a person of these, themselves too. */
    private static Mono<List<IncidentState>> naming(Reading reading, List<IncidentState> incidents) {
        var persons = incidents.stream()
                .flatMap(incident -> incident.persons().kept().stream())
                .map(SubjectId::toString)
                .distinct()
                .toList();
        return Flux.from(reading.collection(IncidentsProjection.INCIDENTS).find(in(KEPT, persons)))
                .map(IncidentDocument::state)
                .collectList();
    }

    private static Mono<List<CaseFileState>> cases(Reading reading, List<IncidentState> incidents) {
        var ids = incidents.stream().map(incident -> incident.id().toString()).toList();
        return Flux.from(reading.collection(CasesProjection.CASES).find(in(CaseDocument.INCIDENT_IDS, ids)))
                .map(CaseDocument::state)
                .collectList();
    }

    /** What must be known to judge some incidents. */
    private final class Matter {

        private final List<IncidentState> naming;
        private final List<CaseFileState> cases;
        private final Instant now;

        private Matter(List<IncidentState> naming, List<CaseFileState> cases, Instant now) {
            this.naming = naming;
            this.cases = cases;
            this.now = now;
        }

        private Stream<RetentionProposal> proposals(IncidentState incident) {
            return rules.over(incident, casesOf(incident.id()), now).stream()
                    .flatMap(term -> incident.persons().kept().stream()
                            .filter(this::isOverEverywhere)
                            .map(person -> proposal(person, incident, term)));
        }

        private boolean isOverEverywhere(SubjectId person) {
            return naming.stream()
                    .filter(incident -> incident.persons().kept().contains(person))
                    .allMatch(incident ->
                            rules.over(incident, casesOf(incident.id()), now).isPresent());
        }

        private List<CaseFileState> casesOf(IncidentId incident) {
            return cases.stream()
                    .filter(file -> file.incidents().stream()
                            .map(CaseIncident::incident)
                            .anyMatch(incident::equals))
                    .toList();
        }

        private static RetentionProposal proposal(SubjectId person, IncidentState incident, RetentionRules.Term term) {
            return new RetentionProposal(
                    person,
                    incident.id(),
                    incident.number(),
                    incident.station(),
                    incident.details().category(),
                    term.years(),
                    term.since(),
                    term.until());
        }
    }
}
