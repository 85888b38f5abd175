package casebook.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "3, 1, -2, -66.67",
        "3, 4, 1, 33.33",
        "800, 801, 1, 0.13",
        "800, 799, -1, -0.13",
        "0.000001, 3, 2.999999, 299999900.00",
        "4, 4, 0, 0.00"
    })
    void changeIsExactAndItsPercentageRoundedHalfUp(
            BigDecimal before, BigDecimal after, BigDecimal absolute, BigDecimal percent) {
        var difference = new Difference(before, after);
        assertThat(difference.absolute()).isEqualByComparingTo(absolute);
        assertThat(difference.percent()).contains(percent);
    }

    @Test
    void nothingIsNoPartOfZero() {
        assertThat(new Difference(BigDecimal.ZERO, BigDecimal.ONE).percent()).isEmpty();
    }
}
