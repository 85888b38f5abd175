package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** An exact share of a hundred, from 0 to 100 with at most 4 digits after the point; written as a string, without trailing zeros. */
public record Percentage(BigDecimal value) {

    public static final int INTEGER_DIGITS = 3;
    public static final int FRACTION_DIGITS = 4;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if the value is negative, more than 100, or has too many digits */
    public Percentage {
        value = Decimals.checked(value, INTEGER_DIGITS, FRACTION_DIGITS);
        if (value.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("more than 100");
        }
    }

    @JsonCreator
    public static Percentage of(String text) {
        return new Percentage(new BigDecimal(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
