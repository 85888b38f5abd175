package casebook.query.statistics;

import casebook.events.Subject;
import casebook.events.SubjectRole;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many persons of each role a report lists, and how many more it counts without listing them. */
public record Persons(Map<SubjectRole, Integer> listed, Map<SubjectRole, Integer> unnamed) {

    public Persons {
        listed = Map.copyOf(listed);
        unnamed = Map.copyOf(unnamed);
    }

    static Map<SubjectRole, Integer> rolesOf(Collection<Subject> subjects) {
        return subjects.stream().collect(Collectors.toMap(Subject::role, subject -> 1, Integer::sum));
    }

    Persons plus(Subject subject) {
        var more = new EnumMap<SubjectRole, Integer>(SubjectRole.class);
        more.putAll(listed);
        more.merge(subject.role(), 1, Integer::sum);
        return new Persons(more, unnamed);
    }

    long count(Predicate<SubjectRole> counted) {
        return count(listed, counted) + count(unnamed, counted);
    }

    private static long count(Map<SubjectRole, Integer> persons, Predicate<SubjectRole> counted) {
        return persons.entrySet().stream()
                .filter(role -> counted.test(role.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
