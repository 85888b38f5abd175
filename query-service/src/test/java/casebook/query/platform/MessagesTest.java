package casebook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Agency;
import casebook.events.CaseState;
import casebook.events.Category;
import casebook.events.Closure;
import casebook.events.DeadlineKind;
import casebook.events.EventCatalogue;
import casebook.events.IncidentStatus;
import casebook.events.Item;
import casebook.events.ReferralOutcome;
import casebook.events.Source;
import casebook.events.StationEvent;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectRole;
import casebook.events.Support;
import casebook.events.Unit;
import casebook.events.VehicleType;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What histories and labels say, in both languages. */
class MessagesTest {

    private static final List<Class<? extends Enum<?>>> CODES = List.of(
            Agency.class,
            CaseState.class,
            Category.class,
            Closure.class,
            DeadlineKind.class,
            IncidentStatus.class,
            Item.class,
            ReferralOutcome.class,
            Source.class,
            SubjectOutcome.class,
            SubjectRole.class,
            Support.class,
            Unit.class,
            VehicleType.class);

    @ParameterizedTest
    @ValueSource(strings = {"", "vi"})
    void everyEventThatStandsInAHistoryHasASentence(String language) {
        var sentences = EventCatalogue.entries().stream()
                .filter(entry -> !StationEvent.class.isAssignableFrom(entry.type()))
                .map(entry -> "history." + entry.name());
        assertThat(messages(language).keySet()).containsAll(sentences.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vi"})
    void everyCodeHasAWord(String language) {
        var words = CODES.stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants())
                        .map(code -> "label." + type.getSimpleName() + "." + code.name()));
        assertThat(messages(language).keySet()).containsAll(words.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vi"})
    void everySentenceTellsWhatTheOtherLanguageTells(String language) {
        var other = messages(language.isEmpty() ? "vi" : "");
        assertThat(messages(language).keySet()).containsExactlyInAnyOrderElementsOf(other.keySet());
        sentences(language)
                .forEach(key -> assertThat(placeholders(messages(language).getString(key)))
                        .as(key)
                        .isEqualTo(placeholders(other.getString(key))));
    }

    private static Stream<String> sentences(String language) {
        return messages(language).keySet().stream().filter(key -> key.startsWith("history."));
    }

    /** By the class that fills them in, to which an apostrophe hides a placeholder. */
    private static List<Integer> placeholders(String sentence) {
        var format = new MessageFormat(sentence, Locale.ROOT);
        var filled = format.format(new Object[] {"<0>", "<1>", "<2>", "<3>"});
        return Stream.of(0, 1, 2, 3)
                .filter(number -> filled.contains("<" + number + ">"))
                .toList();
    }

    private static ResourceBundle messages(String language) {
        return ResourceBundle.getBundle(
                "messages.query",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
