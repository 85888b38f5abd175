package casebook.query.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFilesTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05+07:00");
    private static final Provenance PROVENANCE = new Provenance(12, "from=2020&to=2021", TIME, "abc");

    @Test
    void csvSaysWhereItComesFromBeforeItsHeader() throws IOException {
        assertThat(csv(Value.of("ma túy, \"đá\""), Value.of(new BigDecimal("33.9180")), Value.NOTHING))
                .isEqualTo("""
                        \uFEFFposition,12,
                        filter,from=2020&to=2021,
                        time,2026-01-02T03:04:05+07:00,
                        verification,abc,
                        one,two,three
                        "ma túy, ""đá""\",33.918,
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void textThatASpreadsheetWouldRunIsNeutralised(String text) throws IOException {
        assertThat(csv(Value.of(text))).containsPattern("\r\n\"?'" + Pattern.quote(text));
    }

    @Test
    void numberBelowZeroStaysANumber() throws IOException {
        assertThat(csv(Value.of(-5))).endsWith("\r\n-5\r\n");
    }

    @Test
    void workbookHasNumbersDatesWidthsAndAFrozenHeader() throws IOException {
        var parts = xlsx(Value.of("=1+1"), Value.of(new BigDecimal("33.918")), Value.of(TIME));
        var sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        assertThat(sheet)
                .contains("<v>33.918</v>")
                .contains("ySplit=\"5\"")
                .contains("state=\"frozen\"")
                .contains("customWidth=\"true\"")
                .doesNotContain("<f>");
        // 2026-01-02T03:04:05 as days since 1899-12-30.
        assertThat(sheet).containsPattern("<v>46024\\.12783");
        assertThat(parts.get("xl/styles.xml")).contains("yyyy-mm-dd hh:mm:ss");
    }

    @Test
    void numberThatASpreadsheetWouldRoundIsText() throws IOException {
        var exact = "12345678901234.567";
        assertThat(xlsx(Value.of(new BigDecimal(exact))).get("xl/worksheets/sheet1.xml"))
                .doesNotContain("<v>" + exact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void rowsAreWrittenAsTheyComeAndClosed(String format) throws IOException {
        var closed = new AtomicBoolean();
        var rows =
                IntStream.range(0, 2500).mapToObj(row -> List.of(Value.of(row))).onClose(() -> closed.set(true));
        var out = new ByteArrayOutputStream();
        var sheet = new Sheet("rows", PROVENANCE, List.of("row"), () -> rows);
        if (format.equals("csv")) {
            CsvFile.write(sheet, out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("\r\n2499\r\n");
        } else {
            XlsxFile.write(sheet, out);
            assertThat(WorkbookRows.parts(out.toByteArray()).get("xl/worksheets/sheet1.xml"))
                    .contains("r=\"A2505\"", "<v>2499</v>");
        }
        assertThat(closed).isTrue();
    }

    private static String csv(Value... row) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvFile.write(sheet(row), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> xlsx(Value... row) throws IOException {
        var out = new ByteArrayOutputStream();
        XlsxFile.write(sheet(row), out);
        return WorkbookRows.parts(out.toByteArray());
    }

    private static Sheet sheet(Value... row) {
        var header = Stream.of("one", "two", "three").limit(row.length).toList();
        return new Sheet("rows", PROVENANCE, header, () -> Stream.of(List.of(row)));
    }
}
