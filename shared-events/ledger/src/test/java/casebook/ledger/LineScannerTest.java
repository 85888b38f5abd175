package casebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineScannerTest {

    private static final String LINE =
            "{\"index\":107,\"id\":\"e-1\",\"type\":\"Noted\",\"revision\":\"1\",\"aggregateType\":\"Note\",\"aggregate\":\"n-1\","
                    + "\"sequence\":3,\"time\":\"2026-03-14T08:30:00.123Z\",\"metadata\":{\"actor\":\"Thượng uý Lan\"},\"data\":{\"text\":\"x\"}}";

    static Stream<String> plainLines() {
        return Stream.of(
                LINE,
                LINE.replace("107", "0"),
                LINE.replace("107", "999999999999999999"),
                LINE.replace("\"Note\"", "null"),
                LINE.replace(".123Z", "Z"),
                LINE.replace("2026-03-14", "2024-02-29"),
                LINE.replace("{\"actor\":\"Thượng uý Lan\"}", "{}"),
                LINE.replace("Lan\"", "\\\\\\\"},{\",\"data\":{\"a\":[{}],\"\\\"\":\"}\"}"),
                LINE.replace("\"x\"", "{\"y\":[\"}\",{}]}"));
    }

    @ParameterizedTest
    @MethodSource("plainLines")
    void plainLineIsTakenApartAsTheParserDoesIt(String line) {
        assertThat(LineScanner.scan(line)).isNotNull().isEqualTo(LedgerLine.parseJson(line));
    }

    static Stream<String> others() {
        return Stream.of(
                LINE.replace("e-1", "e\\u002d1"),
                LINE.replace("\"n-1\"", "\"n\\\"1\""),
                LINE.replace("107", "9223372036854775807"),
                LINE.replace("00.123Z", "00.123456Z"),
                LINE.replace("2026-03-14T", "+12026-03-14T"),
                LINE.replace("\"id\"", " \"id\""));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherLineIsLeftToTheParser(String line) {
        assertThat(LineScanner.scan(line)).isNull();
    }

    static Stream<String> noLines() {
        return Stream.of(
                "",
                "{}",
                LINE.replace("107", "007"),
                LINE.replace("107", ""),
                LINE.replace("03-14", "13-14"),
                LINE.replace("\"revision\"", "\"version\""),
                LINE.replace("\"metadata\":{", "\"metadata\":{{"));
    }

    @ParameterizedTest
    @MethodSource("noLines")
    void whatIsNoLineIsLeftToTheParserToRefuse(String line) {
        assertThat(LineScanner.scan(line)).isNull();
    }

    @Test
    void everyBeginningOfALineIsLeftToTheParser() {
        for (int length = 0; length < LINE.length(); length++) {
            assertThat(LineScanner.scan(LINE.substring(0, length)))
                    .as("first %d characters", length)
                    .isNull();
        }
    }
}
