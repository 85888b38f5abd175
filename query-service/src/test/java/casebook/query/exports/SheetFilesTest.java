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

    @Test
    void columnIsAsWideAsWhatStandsInIt() throws IOException {
        var id = "0197c0de-0000-7000-8000-000000000001";
        var sheet = xlsx(Value.of(id), Value.of("x".repeat(100)), Value.of(1)).get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .containsPattern("<col min=\"1\" max=\"1\" width=\"38[.\"]")
                .containsPattern("<col min=\"2\" max=\"2\" width=\"40[.\"]")
                .containsPattern("<col min=\"3\" max=\"3\" width=\"12[.\"]");
    }

    @Test
    void textThatACellDoesNotHoldIsCut() throws IOException {
        var kept = "x".repeat(32_765);
        assertThat(text("x".repeat(32_767))).isEqualTo("x".repeat(32_767));
        assertThat(text(kept + "😀😀")).isEqualTo(kept + "…");
        assertThat(csv(Value.of("x".repeat(40_000)))).contains("x".repeat(40_000));
    }

    @Test
    void workbookGoesOnInAnotherSheetWhereOneIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new Sheet(
                "rows",
                PROVENANCE,
                List.of("row"),
                () -> IntStream.rangeClosed(1, 7).mapToObj(row -> List.of(Value.of(row))));
        XlsxFile.write(sheet, out, 8);
        var parts = WorkbookRows.parts(out.toByteArray());
        assertThat(parts.get("xl/workbook.xml")).contains("\"rows\"", "\"rows 2\"", "\"rows 3\"");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("ySplit=\"5\"", "<v>4</v>", "<v>6</v>")
                .doesNotContain("<v>7</v>");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("<v>7</v>");
    }

    private static String text(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        XlsxFile.write(sheet(Value.of(text)), out);
        return WorkbookRows.of(out.toByteArray()).get(5).getFirst();
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
