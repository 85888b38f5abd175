package casebook.command.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @Test
    void fieldsStandBetweenCommas() throws IOException {
        assertThat(fields("a,b,c")).containsExactly(List.of("a", "b", "c"));
        assertThat(fields(",,")).containsExactly(List.of("", "", ""));
        assertThat(fields(" a ,5\" pipe")).containsExactly(List.of(" a ", "5\" pipe"));
    }

    @Test
    void aQuotedFieldHoldsCommasLinesAndQuotes() throws IOException {
        assertThat(fields("\"a,b\",\"c\r\nd\",\"\"\"e\"\"\",\"\""))
                .containsExactly(List.of("a,b", "c\r\nd", "\"e\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedHoweverTheyEnd(String end) throws IOException {
        var text = String.join(end, "a", "", "\"b", "c\"", "d", "");
        assertThat(rows(text)).extracting(CsvRows.Row::line).containsExactly(1L, 3L, 5L);
        assertThat(rows(end + end + "a")).extracting(CsvRows.Row::line).containsExactly(3L);
    }

    @Test
    void anEmptyTextHasNoRows() throws IOException {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n\r\n\r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"a\"\"", "\"a\"b", "\"a\" ", "x,\"a\"b,y"})
    void wrongQuotesAreMalformed(String row) throws IOException {
        assertThat(rows(row)).extracting(CsvRows.Row::isWellFormed).containsExactly(false);
    }

    @Test
    void theRowAfterAMalformedOneIsRead() throws IOException {
        assertThat(rows("\"a\"b,c\nd")).extracting(CsvRows.Row::isWellFormed).containsExactly(false, true);
        assertThat(fields("\"a\"b,c\nd").getLast()).containsExactly("d");
    }

    @Test
    void aRowThatIsTooLongIsCutOff() throws IOException {
        var rows = rows("12345,67890\n1,2\n12345,678901\n");
        assertThat(rows).extracting(CsvRows.Row::isTooLong).containsExactly(false, false, true);
        assertThat(rows.getLast().fields()).containsExactly("12345", "67890");
    }

    private static List<List<String>> fields(String text) throws IOException {
        return rows(text).stream().map(CsvRows.Row::fields).toList();
    }

    private static List<CsvRows.Row> rows(String text) throws IOException {
        var csv = new CsvRows(new BufferedReader(new StringReader(text)), 10);
        var rows = new ArrayList<CsvRows.Row>();
        for (var row = csv.next(); row != null; row = csv.next()) {
            rows.add(row);
        }
        return rows;
    }
}
