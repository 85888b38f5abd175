package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    private final ResourceBundle english = ResourceBundle.getBundle("messages/command", Locale.ROOT);
    private final ResourceBundle vietnamese = ResourceBundle.getBundle("messages/command", Locale.of("vi"));

    @Test
    void everyMessageIsThereInBothLanguagesWithTheSameArguments() {
        assertThat(vietnamese.getLocale()).isEqualTo(Locale.of("vi"));
        assertThat(english.keySet()).isNotEmpty().allSatisfy(key -> {
            assertThat(vietnamese.getString(key)).isNotEqualTo(english.getString(key));
            assertThat(arguments(vietnamese.getString(key))).isEqualTo(arguments(english.getString(key)));
        });
    }

    private static long arguments(String message) {
        return ARGUMENT.matcher(message)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }
}
