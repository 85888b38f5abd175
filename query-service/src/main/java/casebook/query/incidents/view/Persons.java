package casebook.query.incidents.view;

import casebook.events.PersonalData;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.personaldata.PersonVault;
import casebook.query.access.AccessLog;
import casebook.query.incidents.IncidentState;
import casebook.query.platform.ViewRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Opens what names persons, for those who may and say what for; for all others it is masked. Every look is recorded. */
@Component
final class Persons {

    private final PersonVault vault;
    private final AccessLog accesses;

    Persons(PersonVault vault, AccessLog accesses) {
        this.vault = vault;
        this.accesses = accesses;
    }

    /**
     * Fails if the look must be recorded first and cannot be.
     *
     * @param incident as it is, or as it was
     * @param erased who is erased by now
     */
    Mono<List<SubjectView>> of(IncidentState incident, Collection<SubjectId> erased, ViewRequest request) {
        var persons = incident.details().subjects().stream().map(Subject::id).toList();
        // Both at once: a record takes about as long as the rest of the read.
        return Mono.zip(
                views(incident, erased, request.opensPersons()),
                accesses.incident(request, incident.id(), persons).thenReturn(true),
                (views, recorded) -> views);
    }

    private Mono<List<SubjectView>> views(IncidentState incident, Collection<SubjectId> erased, boolean open) {
        var aftermath = incident.aftermath();
        return Flux.fromIterable(incident.details().subjects())
                .concatMap(subject -> Mono.fromCallable(() -> personOf(subject, erased))
                        .map(person -> open
                                ? SubjectView.named(subject, person, aftermath)
                                : SubjectView.masked(subject, person, aftermath)))
                .collectList()
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Empty for a person who was erased, also while the key is still there. */
    private Optional<PersonalData> personOf(Subject subject, Collection<SubjectId> erased) {
        var sealed = subject.person();
        if (sealed == null) {
            return Optional.of(PersonalData.NONE);
        }
        return erased.contains(subject.id()) ? Optional.empty() : vault.open(subject.id(), sealed);
    }
}
