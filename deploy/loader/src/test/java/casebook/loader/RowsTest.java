package casebook.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    Path folder;

    @Test
    void eachLineOfNdjsonIsARowWhateverQuotesItHas() throws IOException {
        assertThat(rows("{\"a\n\n\"}\r\nlast", Format.NDJSON)).containsExactly("1 {\"a", "2 ", "3 \"}", "4 last");
    }

    @Test
    void aCsvRowMaySpanLinesWithinQuotes() throws IOException {
        assertThat(rows("id,s\n1,\"a\nb \"\"c\"\"\n\"\n2,x\n", Format.CSV))
                .containsExactly("1 id,s", "2 1,\"a\nb \"\"c\"\"\n\"", "5 2,x");
    }

    @Test
    void aQuoteInTheMiddleOfACellQuotesNothing() throws IOException {
        assertThat(rows("1,5\" pipe\n2,\"\"\n3,\"a,b\"\n", Format.CSV))
                .containsExactly("1 1,5\" pipe", "2 2,\"\"", "3 3,\"a,b\"");
    }

    @Test
    void answeredRowsAreBlankedSoThatLineNumbersStay() throws IOException {
        Filings filings = Filings.of(file("id,s\n1,\"a\nb\"\n\n2,x\n3,y"));
        assertThat(filings.count()).isEqualTo(3);
        assertThat(filings.lastLine()).isEqualTo(6);
        assertThat(content(filings, 0)).isEqualTo("id,s\n1,\"a\nb\"\n\n2,x\n3,y");
        assertThat(content(filings, 2)).isEqualTo("id,s\n\n\n\n2,x\n3,y");
        assertThat(content(filings, 6)).isEqualTo("id,s\n\n\n\n\n");
    }

    private static String content(Filings filings, long answered) {
        try (var content = filings.contentAfter(answered)) {
            return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .collect(Collectors.joining());
        }
    }

    private List<String> rows(String text, Format format) throws IOException {
        List<String> found = new ArrayList<>();
        try (Rows rows = Rows.of(file(text), format)) {
            rows.forEachRemaining(row -> found.add(row.line() + " " + row.text()));
        }
        return found;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }
}
