package casebook.query.statistics;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often something was reported, and the exact sum of it. Whether a table lists it depends on the former: a seizure of
 * nothing is a seizure. Sums are equal if their values are.
 */
public record Tally(long entries, BigDecimal sum) {

    static final Tally NOTHING = new Tally(0, BigDecimal.ZERO);

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

    /** The sum in plain notation, without trailing zeros: equal sums have equal texts. */
    public String text() {
        return text(sum);
    }

    /** A number as all figures are written. */
    public static String text(BigDecimal number) {
        return plain(number).toPlainString();
    }

    /** The number without trailing zeros, and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** @param tally null where nothing was reported */
    public static BigDecimal sumOf(@Nullable Tally tally) {
        return tally == null ? BigDecimal.ZERO : tally.sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && entries == tally.entries && sum.compareTo(tally.sum) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(entries, text());
    }
}
