package casebook.query.incidents.view;

import casebook.events.CountryCode;
import casebook.events.PersonalData;
import casebook.events.Sex;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.query.incidents.Aftermath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person in an incident. What names the person is masked or, when it was erased, absent.
 *
 * @param birthYear a number, or stars where it is masked
 * @param erased true where what named the person was erased; else absent
 * @param outcomes what became of the person, in order
 * @param care what was done for a victim, in order
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
        @Nullable String contact,
        @Nullable Boolean erased,
        List<Aftermath.Outcome> outcomes,
        List<Aftermath.Care> care) {

    private static final String MASKED = "***";

    /** @param data empty where it was erased */
    static SubjectView named(Subject subject, Optional<PersonalData> data, Aftermath aftermath) {
        var person = data.orElse(PersonalData.NONE);
        return new SubjectView(
                subject.id(),
                subject.role(),
                person.name(),
                subject.sex(),
                person.birthYear(),
                subject.nationality(),
                person.document(),
                person.address(),
                person.contact(),
                data.isEmpty() ? true : null,
                outcomes(subject, aftermath),
                care(subject, aftermath));
    }

    /** @param data empty where it was erased */
    static SubjectView masked(Subject subject, Optional<PersonalData> data, Aftermath aftermath) {
        var person = data.orElse(PersonalData.NONE);
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
                mask(person.contact()),
                data.isEmpty() ? true : null,
                outcomes(subject, aftermath),
                care(subject, aftermath));
    }

    private static List<Aftermath.Outcome> outcomes(Subject subject, Aftermath aftermath) {
        return aftermath.outcomes().stream()
                .filter(outcome -> outcome.subject().equals(subject.id()))
                .toList();
    }

    private static List<Aftermath.Care> care(Subject subject, Aftermath aftermath) {
        return aftermath.care().stream()
                .filter(care -> care.subject().equals(subject.id()))
                .toList();
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
