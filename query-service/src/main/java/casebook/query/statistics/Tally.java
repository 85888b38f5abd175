package casebook.query.statistics;

import java.math.BigDecimal;

/**
 * How often something was reported, and the exact sum of it. Whether a table lists it depends on the former: a seizure of
 * nothing is a seizure.
 *
 * @param sum without trailing zeros
 */
public record Tally(long entries, BigDecimal sum) {

    static final Tally NOTHING = new Tally(0, BigDecimal.ZERO);

    public Tally {
        sum = sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }

    static Tally of(BigDecimal reported) {
        return new Tally(1, reported);
    }

    Tally plus(Tally other) {
        return new Tally(entries + other.entries, sum.add(other.sum));
    }

    Tally negated() {
        return new Tally(-entries, sum.negate());
    }

    boolean isNothing() {
        return entries == 0 && sum.signum() == 0;
    }
}
