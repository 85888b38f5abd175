package casebook.query.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sheet as a workbook, row by row, and goes on in another one where it is full. Text is stored as text there, so that no spreadsheet runs it, and cut where it
 * is longer than a cell holds; dates have no offset there and are all those of the clock that the export's own time is of.
 */
final class XlsxFile {

    /** More digits than these a spreadsheet does not keep of a number; such a number is written as text. */
    private static final int DIGITS = 15;

    /** In UTF-16 units; a workbook with more in a cell is taken for broken. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_IN_MEMORY = 1000;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final Sheet sheet;
    private final int mostRows;
    private final ZoneOffset offset;
    private Worksheet worksheet;
    private ColumnWidths widths;
    private int sheets = 1;
    private int row;

    private XlsxFile(Workbook workbook, Sheet sheet, int mostRows) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.mostRows = mostRows;
        this.offset = sheet.provenance().time().getOffset();
        this.worksheet = workbook.newWorksheet(sheet.name());
        this.widths = new ColumnWidths(sheet.header().size());
    }

    static void write(Sheet sheet, OutputStream out) throws IOException {
        write(sheet, out, Worksheet.MAX_ROWS);
    }

    /** @param mostRows of one sheet of the workbook, with those before the header and the header */
    static void write(Sheet sheet, OutputStream out, int mostRows) throws IOException {
        try (var rows = sheet.rows().get();
                var workbook = new Workbook(out, "Casebook", "1.0")) {
            var file = new XlsxFile(workbook, sheet, mostRows);
            file.head();
            rows.forEach(file::row);
            file.finish();
        }
    }

    private void head() {
        sheet.provenance().rows().forEach((name, value) -> put(List.of(Value.of(name), value)));
        worksheet.freezePane(0, row + 1);
        worksheet.range(row, 0, row, sheet.header().size() - 1).style().bold().set();
        row(sheet.header().stream().map(Value::of).toList());
    }

    private void row(List<Value> values) {
        if (row == mostRows) {
            finish();
            sheets++;
            worksheet = workbook.newWorksheet(sheet.name() + " " + sheets);
            widths = new ColumnWidths(sheet.header().size());
            row = 0;
            head();
        }
        widths.see(values);
        put(values);
    }

    private void put(List<Value> values) {
        for (int column = 0; column < values.size(); column++) {
            put(column, values.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            flush();
        }
    }

    private void put(int column, Value value) {
        switch (value) {
            case Value.Text(var text) -> worksheet.value(row, column, cut(text));
            case Value.Number number
            when number.number().stripTrailingZeros().precision() > DIGITS ->
                worksheet.value(row, column, number.plain());
            case Value.Number(var number) -> worksheet.value(row, column, number);
            case Value.Moment(var moment) -> {
                worksheet.value(
                        row, column, moment.withOffsetSameInstant(offset).toLocalDateTime());
                worksheet.style(row, column).format(MOMENT).set();
            }
            case Value.Nothing _ -> {}
        }
    }

    /** With an ellipsis in the last place, and no half of a pair of surrogates before it. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        var end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The widths stand before the rows, so they are those that the rows so far want. */
    private void flush() {
        try {
            if (row <= ROWS_IN_MEMORY) {
                widths.set(worksheet);
            }
            worksheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        try {
            if (row < ROWS_IN_MEMORY) {
                widths.set(worksheet);
            }
            worksheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
