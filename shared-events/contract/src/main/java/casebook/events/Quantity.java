package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** An exact amount of a {@link Unit}, not negative, of at most 12 digits before the point and 9 after it; without trailing zeros. */
public record Quantity(BigDecimal value) {

    public static final int INTEGER_DIGITS = 12;
    public static final int FRACTION_DIGITS = 9;

    /** @throws IllegalArgumentException if the value is negative or has too many digits */
    public Quantity {
        value = Decimals.checked(value, INTEGER_DIGITS, FRACTION_DIGITS);
    }

    @JsonCreator
    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
