package casebook.query.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the events behind a moment of knowledge change a table, figure by figure. */
public final class YearlyChanges {

    /** Some 20 MB in memory, and as much JSON. */
    private static final int MOST_CHANGES = 1_000_000;

    private final YearlyTable first;
    private final Map<RowKey, Map<Figure, Moves>> moves = new TreeMap<>();
    private int changes;

    /** @param first the table as it was known at the first moment */
    public YearlyChanges(YearlyTable first) {
        this.first = first;
    }

    /**
     * Adds what one event did; events come in the order of the ledger.
     *
     * @param effect of the same query, holding what the event added less what it took away
     * @throws TableTooLarge if all of them together changed figures more than {@value #MOST_CHANGES} times
     */
    public void add(long event, YearlyTable effect) {
        effect.measures()
                .forEach((key, measures) -> measures.figures()
                        .forEach((figure, change) -> move(key, figure).add(event, change)));
    }

    private Moves move(RowKey key, Figure figure) {
        if (++changes > MOST_CHANGES) {
            throw new TableTooLarge(TableTooLarge.Part.CHANGES, MOST_CHANGES);
        }
        return moves.computeIfAbsent(key, _ -> new TreeMap<>(Figure.TABLE_ORDER))
                .computeIfAbsent(figure, _ -> new Moves());
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
