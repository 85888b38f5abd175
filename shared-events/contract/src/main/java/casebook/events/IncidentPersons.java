package casebook.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose data the events of an incident hold, and who of them was forgotten.
 *
 * @param named every person of whom there ever was personal data, also one that the report does not list any more
 */
public record IncidentPersons(List<SubjectId> named, List<SubjectId> erased) {

    public static final IncidentPersons NONE = new IncidentPersons(List.of(), List.of());

    /** Lists that the stored text leaves out are empty. */
    public IncidentPersons {
        named = named == null ? List.of() : List.copyOf(named);
        erased = erased == null ? List.of() : List.copyOf(erased);
    }

    /** Whose data there is after a further event of the incident. */
    public IncidentPersons after(IncidentEvent event) {
        return switch (event) {
            case IncidentFiled filed -> with(filed.details().subjects());
            case IncidentAmended amended ->
                amended.changes().subjects() == null
                        ? this
                        : with(amended.changes().subjects());
            case SubjectAdded added -> with(List.of(added.subject()));
            case PersonalDataErased erasure -> new IncidentPersons(named, and(erased, Stream.of(erasure.subject())));
            default -> this;
        };
    }

    /** Those of whom there is still something to forget. */
    public List<SubjectId> kept() {
        return named.stream().filter(person -> !erased.contains(person)).toList();
    }

    private IncidentPersons with(List<Subject> subjects) {
        var more = subjects.stream().filter(subject -> subject.person() != null).map(Subject::id);
        return new IncidentPersons(and(named, more), erased);
    }

    private static List<SubjectId> and(List<SubjectId> some, Stream<SubjectId> more) {
        return Stream.concat(some.stream(), more).distinct().toList();
    }
}
