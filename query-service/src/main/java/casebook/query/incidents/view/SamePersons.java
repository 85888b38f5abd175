package casebook.query.incidents.view;

import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.personaldata.DocumentNumber;
import casebook.personaldata.PersonVault;
import casebook.query.incidents.IncidentState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who of some incidents stands in others under another id, told by the number of the person's papers. */
@Component
final class SamePersons {

    private final PersonVault vault;

    SamePersons(PersonVault vault) {
        this.vault = vault;
    }

    /** Who may be one of the persons of these incidents, by the latter: was ever reported with the same number. */
    Mono<Map<SubjectId, Set<SubjectId>>> candidates(Collection<IncidentState> incidents) {
        var ids = subjects(incidents).map(Subject::id).collect(Collectors.toSet());
        return Mono.fromCallable(() -> vault.sharingNumbers(ids)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Of the candidates, those of another incident whose number is the same by what both reports say now. */
    Mono<List<RelatedIncident.SamePerson>> of(
            Collection<IncidentState> incidents, IncidentState other, Map<SubjectId, Set<SubjectId>> candidates) {
        return Mono.fromCallable(() -> subjects(incidents)
                        .flatMap(ours -> subjects(List.of(other))
                                .filter(theirs -> candidates
                                        .getOrDefault(ours.id(), Set.of())
                                        .contains(theirs.id()))
                                .filter(theirs -> isSame(ours, theirs))
                                .map(theirs -> new RelatedIncident.SamePerson(theirs.id(), ours.id())))
                        .distinct()
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private boolean isSame(Subject one, Subject other) {
        var number = number(one);
        return number.isPresent() && number.equals(number(other));
    }

    private Optional<DocumentNumber> number(Subject subject) {
        return Optional.ofNullable(subject.person())
                .flatMap(data -> vault.open(subject.id(), data))
                .flatMap(DocumentNumber::of);
    }

    private static Stream<Subject> subjects(Collection<IncidentState> incidents) {
        return incidents.stream()
                .flatMap(incident -> incident.details().subjects().stream())
                .filter(subject -> subject.person() != null);
    }
}
