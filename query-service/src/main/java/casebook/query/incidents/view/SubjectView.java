package casebook.query.incidents.view;

import casebook.events.CountryCode;
import casebook.events.PersonalData;
import casebook.events.Sex;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person in an incident. What names the person is masked or, when it was erased, absent.
 *
 * @param birthYear a number, or stars where it is masked
 */
public record SubjectView(
        SubjectId id,
        SubjectRole role,
        @Nullable String name,
        @Nullable Sex sex,
        @Nullable Object birthYear,
        @Nullable CountryCode nationality,
        PersonalData.@Nullable Document document,
        @Nullable String address,
        @Nullable String contact) {

    private static final String MASKED = "***";

    static SubjectView named(Subject subject, PersonalData person) {
        return new SubjectView(
                subject.id(),
                subject.role(),
                person.name(),
                subject.sex(),
                person.birthYear(),
                subject.nationality(),
                person.document(),
                person.address(),
                person.contact());
    }

    static SubjectView masked(Subject subject, PersonalData person) {
        var document = person.document();
        return new SubjectView(
                subject.id(),
                subject.role(),
                person.name() == null ? null : initials(person.name()),
                subject.sex(),
                mask(person.birthYear()),
                subject.nationality(),
                document == null ? null : new PersonalData.Document(document.type(), mask(document.number())),
                mask(person.address()),
                mask(person.contact()));
    }

    private static @Nullable String mask(@Nullable Object value) {
        return value == null ? null : MASKED;
    }

    /** {@code Nguyen Van An} becomes {@code N*** V*** A***}: not even the length of a word remains. */
    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, word.isEmpty() ? 0 : 1)) + MASKED)
                .collect(Collectors.joining(" "));
    }
}
