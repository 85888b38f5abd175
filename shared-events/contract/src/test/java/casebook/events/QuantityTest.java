package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "33.918, 33.918",
        "80, 80",
        "80.000, 80",
        "0.500, 0.5",
        "0, 0",
        "0.000, 0",
        "1000000, 1000000",
        "999999999999.999999999, 999999999999.999999999",
        "0.0000000010000, 0.000000001"
    })
    void aQuantityIsWrittenExactlyAndWithoutTrailingZeros(String given, String written) {
        assertThat(Quantity.of(given)).hasToString(written);
    }

    @Test
    void quantitiesAreEqualByValue() {
        assertThat(Quantity.of("80")).isEqualTo(Quantity.of("80.0")).hasSameHashCodeAs(Quantity.of("8E+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.000000001", "1000000000000", "0.0000000001", "1E+12", "1E-10"})
    void aNegativeQuantityOrOneOfTooManyDigitsIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"33,918", "1 000", "NaN", "", "Infinity", "0x10"})
    void whatIsNoDecimalIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(text));
    }
}
