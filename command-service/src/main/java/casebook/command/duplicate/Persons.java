package casebook.command.duplicate;

import casebook.events.PersonalData;
import casebook.events.Subject;
import casebook.personaldata.PersonVault;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whether two reports name one person: by the number of a paper, or by name and year of birth. Opens what is sealed for as long as it takes. */
@Component
final class Persons {

    /** Of one report; more are not opened. */
    private static final int MOST = 16;

    private final PersonVault vault;

    Persons(PersonVault vault) {
        this.vault = vault;
    }

    Set<String> of(List<Subject> subjects) {
        return subjects.stream()
                .limit(MOST)
                .flatMap(subject -> open(subject).flatMap(Persons::marks))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<PersonalData> open(Subject subject) {
        var data = subject.person();
        return data == null ? Stream.empty() : vault.open(subject.id(), data).stream();
    }

    private static Stream<String> marks(PersonalData person) {
        var document = person.document();
        var number = document == null ? null : document.number();
        return Stream.of(mark("number", number), mark("born " + person.birthYear(), named(person)))
                .filter(mark -> !mark.isEmpty());
    }

    /** A name alone is many people's. */
    private static @Nullable String named(PersonalData person) {
        return person.birthYear() == null ? null : person.name();
    }

    private static String mark(String kind, @Nullable String text) {
        return text == null ? "" : kind + " " + text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
