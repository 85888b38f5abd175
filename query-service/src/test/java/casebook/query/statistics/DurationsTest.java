package casebook.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DurationsTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    @Property(tries = 300)
    void medianAndPercentileAreThoseOfTheSortedDurations(
            @ForAll @NotEmpty List<@LongRange(min = 0, max = 50) Long> millis,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var sorted = millis.stream().sorted().toList();
        var middle = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
        var durations = of(millis);
        assertThat(durations.median(MILLI).orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(middle).divide(BigDecimal.TWO));
        assertThat(durations.percentile(percent, MILLI).orElseThrow())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(sorted.get((int) Math.ceil(percent * sorted.size() / 100.0) - 1)));
        assertThat(durations.upTo(Duration.ofMillis(25)))
                .isEqualTo(millis.stream().filter(one -> one <= 25).count());
    }

    @Property(tries = 100)
    void whatIsTakenAwayLeavesNoTrace(
            @ForAll List<@LongRange(min = 0, max = 9) Long> some,
            @ForAll List<@LongRange(min = 0, max = 9) Long> others) {
        var durations = of(some).add(of(others)).subtract(of(others));
        assertThat(durations).isEqualTo(of(some));
        assertThat(durations.subtract(of(some)).isEmpty()).isTrue();
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(new Durations().median(MILLI)).isEmpty();
        assertThat(new Durations().percentile(95, MILLI)).isEmpty();
    }

    @Test
    void medianIsRoundedToTheHundredthOfItsUnit() {
        var durations = new Durations().add(Duration.ofMinutes(20)).add(Duration.ofMinutes(80));
        assertThat(durations.median(Duration.ofHours(1)).orElseThrow()).isEqualByComparingTo("0.83");
    }

    private static Durations of(List<Long> millis) {
        var durations = new Durations();
        millis.forEach(one -> durations.add(one, 1));
        return durations;
    }
}
