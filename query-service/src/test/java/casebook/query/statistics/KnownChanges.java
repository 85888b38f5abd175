package casebook.query.statistics;

import casebook.http.Scope;
import casebook.query.projection.LedgerEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The changed figures, by comparing the folds before and after every single event. */
final class KnownChanges {

    private KnownChanges() {}

    static List<FigureChange> between(int first, int second, List<LedgerEvent> ledger, YearlyQuery query, Scope scope) {
        var before = figures(first, ledger, query, scope);
        var after = figures(second, ledger, query, scope);
        var events = new HashMap<String, List<Long>>();
        for (int index = first; index < second; index++) {
            long event = index;
            differences(figures(index, ledger, query, scope), figures(index + 1, ledger, query, scope))
                    .forEach((key, figures) -> figures.keySet()
                            .forEach(figure -> events.computeIfAbsent(key + " " + figure, _ -> new ArrayList<>())
                                    .add(event)));
        }
        var changes = new ArrayList<FigureChange>();
        differences(before, after)
                .forEach((key, figures) -> figures.keySet()
                        .forEach(figure -> changes.add(new FigureChange(
                                key.year(),
                                key.group(),
                                figure,
                                of(before, key, figure),
                                of(after, key, figure),
                                events.getOrDefault(key + " " + figure, List.of())))));
        return changes;
    }

    private static Map<RowKey, Map<Figure, BigDecimal>> differences(
            Map<RowKey, Map<Figure, BigDecimal>> before, Map<RowKey, Map<Figure, BigDecimal>> after) {
        var differences = new TreeMap<RowKey, Map<Figure, BigDecimal>>();
        List.of(before, after)
                .forEach(table ->
                        table.forEach((key, figures) -> figures.keySet().forEach(figure -> {
                            var change = of(after, key, figure).subtract(of(before, key, figure));
                            if (change.signum() != 0) {
                                differences
                                        .computeIfAbsent(key, _ -> new TreeMap<>(Figure.TABLE_ORDER))
                                        .put(figure, change);
                            }
                        })));
        return differences;
    }

    private static BigDecimal of(Map<RowKey, Map<Figure, BigDecimal>> table, RowKey key, Figure figure) {
        return table.getOrDefault(key, Map.of()).getOrDefault(figure, BigDecimal.ZERO);
    }

    private static Map<RowKey, Map<Figure, BigDecimal>> figures(
            int position, List<LedgerEvent> ledger, YearlyQuery query, Scope scope) {
        var figures = new HashMap<RowKey, Map<Figure, BigDecimal>>();
        KnownLedger.after(ledger.subList(0, position))
                .table(query, scope, StatisticsRig.ZONE)
                .measures()
                .forEach((key, measures) -> figures.put(key, measures.figures()));
        return figures;
    }
}
