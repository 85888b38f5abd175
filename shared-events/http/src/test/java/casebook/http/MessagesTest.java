package casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final ResourceBundle english = ResourceBundle.getBundle("messages/problems", Locale.ROOT);
    private final ResourceBundle vietnamese = ResourceBundle.getBundle("messages/problems", Locale.of("vi"));

    @Test
    void everyMessageIsThereInBothLanguages() {
        assertThat(vietnamese.getLocale()).isEqualTo(Locale.of("vi"));
        assertThat(english.keySet())
                .isNotEmpty()
                .allMatch(key -> !english.getString(key).equals(vietnamese.getString(key)));
    }

    @Test
    void everyProblemHasATitleAndADetail() {
        assertThat(english.keySet())
                .filteredOn(key -> key.endsWith(".title"))
                .allMatch(key -> english.containsKey(key.replace(".title", ".detail")));
    }
}
