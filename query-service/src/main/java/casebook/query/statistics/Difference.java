package casebook.query.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How much a figure has changed from one year to the next. */
public record Difference(BigDecimal before, BigDecimal after) {

    private static final int PERCENT_PLACES = 2;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Exact. */
    public BigDecimal absolute() {
        return after.subtract(before);
    }

    /** In percent of the figure before, rounded half up to two decimal places; nothing if that figure is zero. */
    public Optional<BigDecimal> percent() {
        return before.signum() == 0
                ? Optional.empty()
                : Optional.of(absolute().multiply(HUNDRED).divide(before, PERCENT_PLACES, RoundingMode.HALF_UP));
    }
}
