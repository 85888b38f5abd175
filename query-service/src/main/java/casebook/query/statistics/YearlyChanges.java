package casebook.query.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the events behind a moment of knowledge change a table, figure by figure. */
public final class YearlyChanges {

    private final YearlyTable first;
    private final Map<RowKey, Map<Figure, Moves>> moves = new TreeMap<>();

    /** @param first the table as it was known at the first moment */
    public YearlyChanges(YearlyTable first) {
        this.first = first;
    }

    /**
     * Adds what one event did; events come in the order of the ledger.
     *
     * @param effect of the same query, holding what the event added less what it took away
     */
    public void add(long event, YearlyTable effect) {
        effect.measures()
                .forEach((key, measures) -> measures.figures()
                        .forEach((figure, change) -> moves.computeIfAbsent(key, _ -> new TreeMap<>(Figure.TABLE_ORDER))
                                .computeIfAbsent(figure, _ -> new Moves())
                                .add(event, change)));
    }

    /** The figures that differ in the end, in the order of the table. */
    public List<FigureChange> changes() {
        return moves.entrySet().stream()
                .flatMap(row -> changes(row.getKey(), row.getValue()))
                .toList();
    }

    private Stream<FigureChange> changes(RowKey key, Map<Figure, Moves> figures) {
        var before = first.measures().getOrDefault(key, new Measures()).figures();
        return figures.entrySet().stream()
                .filter(figure -> figure.getValue().sum.signum() != 0)
                .map(figure -> figure.getValue()
                        .change(key, figure.getKey(), before.getOrDefault(figure.getKey(), BigDecimal.ZERO)));
    }

    private static final class Moves {

        private final List<Long> events = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO;

        void add(long event, BigDecimal change) {
            events.add(event);
            sum = sum.add(change);
        }

        FigureChange change(RowKey key, Figure figure, BigDecimal from) {
            return new FigureChange(key.year(), key.group(), figure, from, from.add(sum), List.copyOf(events));
        }
    }
}
