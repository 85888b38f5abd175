package casebook.query.statistics.web;

import casebook.query.statistics.Figure;
import casebook.query.statistics.FigureChange;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.Tally;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure that differs between two moments of knowledge.
 *
 * @param item and unit of quantities that were seized
 * @param currency of a value
 * @param from an exact decimal, {@code 0} where there was no such figure
 * @param events indexes in the ledger
 */
record ChangedFigureView(
        int year,
        @Nullable Map<String, @Nullable String> group,
        String measure,
        @Nullable String item,
        @Nullable String unit,
        @Nullable String currency,
        String from,
        String to,
        List<Long> events) {

    static ChangedFigureView of(FigureChange change, List<GroupBy> groupBy) {
        var figure = change.figure();
        var seized = figure instanceof Figure.Amount(var ofItem) ? ofItem : null;
        return new ChangedFigureView(
                change.year(),
                GroupView.of(change.group(), groupBy),
                figure.measure(),
                seized == null ? null : seized.item().name(),
                seized == null ? null : seized.unit().name(),
                figure instanceof Figure.Worth(var currency) ? currency.value() : null,
                Tally.text(change.from()),
                Tally.text(change.to()),
                change.events());
    }
}
