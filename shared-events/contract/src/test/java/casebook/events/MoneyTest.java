package casebook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final CurrencyCode VND = new CurrencyCode("VND");

    @Test
    void amountsAreEqualByValue() {
        assertThat(vnd("1500000.50")).isEqualTo(vnd("1500000.5"));
        assertThat(vnd("0.00")).isEqualTo(vnd("0"));
        assertThat(vnd("1")).isNotEqualTo(new Money(BigDecimal.ONE, new CurrencyCode("USD")));
    }

    @Test
    void anAmountHasUpToEighteenDigitsBeforeAndFourAfterThePoint() {
        assertThat(vnd("999999999999999999.9999").amount()).isEqualTo("999999999999999999.9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "1000000000000000000", "0.00001"})
    void aNegativeAmountOrOneOfTooManyDigitsIsRefused(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> vnd(amount));
    }

    private static Money vnd(String amount) {
        return new Money(new BigDecimal(amount), VND);
    }
}
