package casebook.query.exports;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** How wide columns are to be for what stands in them, in characters. */
final class ColumnWidths {

    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;
    private static final int MARGIN = 2;

    /** Of a moment as a spreadsheet shows it. */
    private static final int MOMENT = 19;

    private final int[] longest;

    ColumnWidths(int columns) {
        longest = new int[columns];
    }

    void see(List<Value> row) {
        for (int column = 0; column < row.size(); column++) {
            longest[column] = Math.max(longest[column], length(row.get(column)));
        }
    }

    void set(Worksheet worksheet) {
        for (int column = 0; column < longest.length; column++) {
            worksheet.width(column, Math.clamp(longest[column] + MARGIN, NARROWEST, WIDEST));
        }
    }

    private static int length(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text.length();
            case Value.Number number -> number.plain().length();
            case Value.Moment _ -> MOMENT;
            case Value.Nothing _ -> 0;
        };
    }
}
