package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** An exact amount of a currency, not negative, of at most 18 digits before the point and 4 after it; written as a string. */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, CurrencyCode currency) {

    public static final int INTEGER_DIGITS = 18;
    public static final int FRACTION_DIGITS = 4;

    /** @throws IllegalArgumentException if the amount is negative or has too many digits */
    @JsonCreator
    public Money(@JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") CurrencyCode currency) {
        this.amount = Decimals.checked(amount, INTEGER_DIGITS, FRACTION_DIGITS);
        this.currency = currency;
    }
}
