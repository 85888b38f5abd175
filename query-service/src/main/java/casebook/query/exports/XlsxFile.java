package casebook.query.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sheet as a workbook, row by row. Text is stored as text there, so that no spreadsheet runs it; dates have no offset there
 * and are all those of the clock that the export's own time is of.
 */
final class XlsxFile {

    /** More digits than these a spreadsheet does not keep of a number; such a number is written as text. */
    private static final int DIGITS = 15;

    private static final int ROWS_IN_MEMORY = 1000;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Worksheet worksheet;
    private final ZoneOffset offset;
    private int row;

    private XlsxFile(Worksheet worksheet, ZoneOffset offset) {
        this.worksheet = worksheet;
        this.offset = offset;
    }

    static void write(Sheet sheet, OutputStream out) throws IOException {
        try (var rows = sheet.rows().get();
                var workbook = new Workbook(out, "Casebook", "1.0")) {
            var file = new XlsxFile(
                    workbook.newWorksheet(sheet.name()),
                    sheet.provenance().time().getOffset());
            file.head(sheet);
            rows.forEach(file::row);
            file.worksheet.finish();
        }
    }

    private void head(Sheet sheet) {
        for (int column = 0; column < sheet.header().size(); column++) {
            var length = sheet.header().get(column).length() + 2;
            worksheet.width(column, Math.clamp(length, NARROWEST, WIDEST));
        }
        sheet.provenance().rows().forEach((name, value) -> row(List.of(Value.of(name), value)));
        worksheet.freezePane(0, row + 1);
        worksheet.range(row, 0, row, sheet.header().size() - 1).style().bold().set();
        row(sheet.header().stream().map(Value::of).toList());
    }

    private void row(List<Value> values) {
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
            case Value.Text(var text) -> worksheet.value(row, column, text);
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

    private void flush() {
        try {
            worksheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
