package casebook.query.stations.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon a station reports. Voided reports do not count, nor do those that ADMIN imported.
 *
 * @param medianHours from occurrence to filing, to the hundredth; the mean of the middle two of an even number
 * @param p95Hours what 95 of 100 filings do not exceed, by nearest rank
 * @param inTime the share filed within the configured time, from 0 to 1, to the ten-thousandth
 */
public record Timeliness(
        long filings,
        @Nullable BigDecimal medianHours,
        @Nullable BigDecimal p95Hours,
        @Nullable BigDecimal inTime) {

    private static final BigDecimal MILLIS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());

    static final Timeliness NONE = new Timeliness(0, null, null, null);

    /**
     * @param middle the one or two delays in the middle, in milliseconds
     * @param p95 in milliseconds
     */
    static Timeliness of(long filings, List<Long> middle, long p95, long inTime) {
        var sum = BigDecimal.valueOf(middle.stream().mapToLong(Long::longValue).sum());
        var share = BigDecimal.valueOf(inTime).divide(BigDecimal.valueOf(filings), 4, RoundingMode.HALF_UP);
        return new Timeliness(
                filings, hours(sum, middle.size()), hours(BigDecimal.valueOf(p95), 1), share.stripTrailingZeros());
    }

    private static BigDecimal hours(BigDecimal millis, int of) {
        return millis.divide(MILLIS_PER_HOUR.multiply(BigDecimal.valueOf(of)), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
