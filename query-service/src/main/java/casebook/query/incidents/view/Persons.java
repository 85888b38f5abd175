package casebook.query.incidents.view;

import casebook.events.PersonalData;
import casebook.events.Subject;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.personaldata.PersonVault;
import casebook.query.incidents.IncidentState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Opens what names persons, for those who may and say what for; for all others it is masked. */
@Component
final class Persons {

    private final PersonVault vault;

    Persons(PersonVault vault) {
        this.vault = vault;
    }

    /** @param purpose what the caller reads it for, empty if not said */
    Mono<List<SubjectView>> of(IncidentState incident, Caller caller, String purpose) {
        var aftermath = incident.aftermath();
        var open = caller.has(Role.STATION, Role.COMMAND) && !purpose.isBlank();
        return Flux.fromIterable(incident.details().subjects())
                .concatMap(subject -> Mono.fromCallable(() -> personOf(subject, incident))
                        .map(person -> open
                                ? SubjectView.named(subject, person, aftermath)
                                : SubjectView.masked(subject, person, aftermath)))
                .collectList()
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Empty for a person who was erased, also while the key is still there. */
    private Optional<PersonalData> personOf(Subject subject, IncidentState incident) {
        var sealed = subject.person();
        if (sealed == null) {
            return Optional.of(PersonalData.NONE);
        }
        return incident.persons().erased().contains(subject.id()) ? Optional.empty() : vault.open(subject.id(), sealed);
    }
}
