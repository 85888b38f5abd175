package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 1000, Long.MAX_VALUE})
    void lineSaysItsIndex(long index) {
        assertThat(line("{\"index\":" + index + ",\"id\":\"…\"}").index()).hasValue(index);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"index\":",
                "{\"index\":7",
                "{\"index\":7}",
                "{\"index\":,",
                "{\"index\":07,",
                "{\"index\":-7,",
                "{\"index\": 7,",
                "{ \"index\":7,",
                "{\"index\":\"7\",",
                "{\"index\":9223372036854775808,",
                "{\"index\":10000000000000000000,",
                "{\"index\":100000000000000000000000,",
                "{\"id\":\"x\",\"index\":7,",
            })
    void whatDoesNotBeginWithItsIndexHasNone(String line) {
        assertThat(line(line).index()).isEmpty();
    }

    @Test
    void lineIsAnEntryOfTheLog() {
        assertThat(line("L123456").leaf())
                .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    private static LedgerEntry line(String text) {
        return new LedgerEntry(text.getBytes(UTF_8));
    }
}
