package casebook.query.statistics.web;

import casebook.query.statistics.YearlyQuery;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table that was filled.
 *
 * @param position of the ledger that the figures are those of
 * @param json as it is answered
 * @param sheet the same for a spreadsheet
 * @param figures of which a report can be printed; null for a table of another kind
 */
record KnownTable(
        YearlyQuery query,
        long position,
        Object json,
        Supplier<SheetRows> sheet,
        @Nullable YearlyFigures figures) {

    static KnownTable of(YearlyQuery query, long position, TableView view) {
        return new KnownTable(query, position, view, view::sheet, null);
    }

    static KnownTable of(YearlyFigures figures) {
        return new KnownTable(
                figures.query(),
                figures.position(),
                YearlyTableView.of(figures),
                () -> YearlySheet.of(figures),
                figures);
    }

    YearlyFigures printed() {
        return Objects.requireNonNull(figures, "no report is printed of this table");
    }
}
