package casebook.query.statistics;

import casebook.events.CurrencyCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The figures of one row. They are exact, and grow and shrink in place; what comes to nothing is left out. */
public final class Measures {

    private final long[] counts = new long[Count.values().length];
    private final Map<CurrencyCode, Tally> value = new HashMap<>();
    private final Map<SeizedItem, Tally> seizures = new HashMap<>();

    public long of(Count count) {
        return counts[count.ordinal()];
    }

    /** The seizures' values by currency. */
    public Map<CurrencyCode, Tally> value() {
        return Collections.unmodifiableMap(value);
    }

    /** The quantities seized, in reported units. */
    public Map<SeizedItem, Tally> seizures() {
        return Collections.unmodifiableMap(seizures);
    }

    public BigDecimal of(Figure figure) {
        return switch (figure) {
            case Figure.Number(var count) -> BigDecimal.valueOf(of(count));
            case Figure.Worth(var currency) -> Tally.sumOf(value.get(currency));
            case Figure.Amount(var seized) -> Tally.sumOf(seizures.get(seized));
        };
    }

    /** Those of what was seized, zero or not. */
    public Stream<Figure> seized() {
        return Stream.concat(
                value.keySet().stream().map(Figure.Worth::new),
                seizures.keySet().stream().map(Figure.Amount::new));
    }

    /** All that are not zero, each by itself. */
    public Map<Figure, BigDecimal> figures() {
        var figures = new HashMap<Figure, BigDecimal>();
        for (var count : Count.values()) {
            figures.put(new Figure.Number(count), BigDecimal.valueOf(of(count)));
        }
        value.forEach((currency, tally) -> figures.put(new Figure.Worth(currency), tally.sum()));
        seizures.forEach((seized, tally) -> figures.put(new Figure.Amount(seized), tally.sum()));
        figures.values().removeIf(number -> number.signum() == 0);
        return figures;
    }

    public Measures add(Measures other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        other.value.forEach(this::addValue);
        other.seizures.forEach(this::addSeizures);
        return this;
    }

    public Measures subtract(Measures other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= other.counts[i];
        }
        other.value.forEach((currency, tally) -> addValue(currency, tally.negated()));
        other.seizures.forEach((seized, tally) -> addSeizures(seized, tally.negated()));
        return this;
    }

    public Measures add(Count count, long number) {
        counts[count.ordinal()] += number;
        return this;
    }

    public Measures addValue(CurrencyCode currency, Tally tally) {
        addTo(value, currency, tally);
        return this;
    }

    public Measures addSeizures(SeizedItem seized, Tally tally) {
        addTo(seizures, seized, tally);
        return this;
    }

    Measures add(Seized seized) {
        addSeizures(
                new SeizedItem(seized.item(), seized.unit().reported()),
                Tally.of(seized.unit().toReported(seized.quantity())));
        return seized.value() == null
                ? this
                : addValue(seized.value().currency(), Tally.of(seized.value().amount()));
    }

    public boolean isZero() {
        return Arrays.stream(counts).allMatch(count -> count == 0) && value.isEmpty() && seizures.isEmpty();
    }

    private static <K> void addTo(Map<K, Tally> tallies, K key, Tally added) {
        var sum = tallies.getOrDefault(key, Tally.NOTHING).plus(added);
        if (sum.isNothing()) {
            tallies.remove(key);
        } else {
            tallies.put(key, sum);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measures measures
                && Arrays.equals(counts, measures.counts)
                && value.equals(measures.value)
                && seizures.equals(measures.seizures);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(counts) + value.hashCode()) + seizures.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(counts) + value + seizures;
    }
}
