package casebook.query.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Durations to the millisecond, each as often as it was added, so that what is said of them is exact. It grows and shrinks in place. */
public final class Durations {

    private static final int PLACES = 2;

    private final TreeMap<Long, Long> numbers = new TreeMap<>();

    /** How many there are of each, by milliseconds, ascending. */
    public Map<Long, Long> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    public Durations add(Duration duration) {
        return add(duration.toMillis(), 1);
    }

    /** Adds the time from one moment to another; never negative, since clocks differ a little. */
    Durations addBetween(Instant begin, Instant end) {
        var duration = Duration.between(begin, end);
        return add(duration.isNegative() ? Duration.ZERO : duration);
    }

    public Durations add(long millis, long number) {
        if (numbers.merge(millis, number, Long::sum) == 0) {
            numbers.remove(millis);
        }
        return this;
    }

    public Durations add(Durations others) {
        others.numbers.forEach(this::add);
        return this;
    }

    public Durations subtract(Durations others) {
        others.numbers.forEach((millis, number) -> add(millis, -number));
        return this;
    }

    public long count() {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** How many are not longer than this. */
    public long upTo(Duration limit) {
        return numbers.headMap(limit.toMillis(), true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The middle one, or the mean of the middle two, in a unit, rounded half up to the hundredth. */
    public Optional<BigDecimal> median(Duration unit) {
        var count = count();
        return isEmpty()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(ranked((count + 1) / 2) + ranked(count / 2 + 1))
                        .divide(BigDecimal.valueOf(2 * unit.toMillis()), PLACES, RoundingMode.HALF_UP));
    }

    /** What so many of a hundred do not exceed, by nearest rank, in a unit, rounded half up to the hundredth. */
    public Optional<BigDecimal> percentile(int percent, Duration unit) {
        return isEmpty()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(ranked(Math.ceilDiv(percent * count(), 100)))
                        .divide(BigDecimal.valueOf(unit.toMillis()), PLACES, RoundingMode.HALF_UP));
    }

    /** @param rank from 1 */
    private long ranked(long rank) {
        var passed = 0L;
        for (var one : numbers.entrySet()) {
            passed += one.getValue();
            if (passed >= rank) {
                return one.getKey();
            }
        }
        throw new IllegalArgumentException("only " + passed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations durations && numbers.equals(durations.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}
