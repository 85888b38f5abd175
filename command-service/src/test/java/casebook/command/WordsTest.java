package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void everythingIsSaidInBothLanguages() throws IOException {
        var english = words("/messages/command.properties");
        var vietnamese = words("/messages/command_vi.properties");
        assertThat(vietnamese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(vietnamese.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties words(String resource) throws IOException {
        try (var file = new InputStreamReader(WordsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(file);
            return words;
        }
    }
}
