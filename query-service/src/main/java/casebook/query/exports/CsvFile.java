package casebook.query.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Writes a sheet as CSV by RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets know the encoding. */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A text that begins with one of these is run as a formula by some spreadsheet; the last four are full-width. */
    private static final String BEGIN_FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvFile() {}

    static void write(Sheet sheet, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (var rows = sheet.rows().get();
                var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            var width = sheet.header().size();
            sheet.provenance().rows().forEach((name, value) -> csv.writeRecord(padded(width, name, text(value))));
            csv.writeRecord(sheet.header().stream().map(CsvFile::neutral).toList());
            rows.forEach(row -> csv.writeRecord(row(row)));
        }
    }

    /** RFC 4180 wants as many fields in every line. */
    private static List<String> padded(int width, String... fields) {
        return Stream.concat(Stream.of(fields), Stream.generate(() -> ""))
                .limit(Math.max(width, fields.length))
                .toList();
    }

    private static List<String> row(List<Value> row) {
        return row.stream().map(CsvFile::text).toList();
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> neutral(text);
            case Value.Number number -> number.plain();
            case Value.Moment(var moment) -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            case Value.Nothing _ -> "";
        };
    }

    private static String neutral(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
