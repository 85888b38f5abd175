package casebook.query.incidents.view;

import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.personaldata.DocumentNumber;
import casebook.personaldata.PersonVault;
import casebook.query.incidents.IncidentState;
import java.util.Collection;
import java.util.HashMap;
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

    /** Of these incidents with others. */
    Mono<Comparison> of(Collection<IncidentState> incidents) {
        var ours = subjects(incidents).distinct().toList();
        return Mono.fromCallable(() -> {
                    var ids = ours.stream().map(Subject::id).collect(Collectors.toSet());
                    return new Comparison(ours, vault.sharingNumbers(ids));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The persons of some incidents beside those of others, one incident after the other. Nobody's papers are opened twice. */
    final class Comparison {

        private final List<Subject> ours;
        private final Map<SubjectId, Set<SubjectId>> candidates;
        private final Map<Subject, Optional<DocumentNumber>> numbers = new HashMap<>();

        private Comparison(List<Subject> ours, Map<SubjectId, Set<SubjectId>> candidates) {
            this.ours = ours;
            this.candidates = candidates;
        }

        /** Who may be one of the persons: was ever reported with the same number. */
        Set<SubjectId> candidates() {
            return candidates.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        }

        /** Of the candidates, those of another incident whose number is the same by what both reports say now. */
        Mono<List<RelatedIncident.SamePerson>> with(IncidentState other) {
            return Mono.fromCallable(() -> subjects(List.of(other))
                            .flatMap(theirs -> ours.stream()
                                    .filter(one -> isCandidate(theirs, one) && isSame(theirs, one))
                                    .map(one -> new RelatedIncident.SamePerson(theirs.id(), one.id())))
                            .distinct()
                            .toList())
                    .subscribeOn(Schedulers.boundedElastic());
        }

        private boolean isCandidate(Subject theirs, Subject one) {
            return candidates.getOrDefault(one.id(), Set.of()).contains(theirs.id());
        }

        private boolean isSame(Subject theirs, Subject one) {
            var number = number(one);
            return number.isPresent() && number.equals(number(theirs));
        }

        private Optional<DocumentNumber> number(Subject subject) {
            return numbers.computeIfAbsent(subject, SamePersons.this::number);
        }
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
