package casebook.events;

import java.math.BigDecimal;

/** The bounds that exact decimals are held to, and their one canonical form. */
final class Decimals {

    private Decimals() {}

    static BigDecimal canonical(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static BigDecimal checked(BigDecimal value, int integerDigits, int fractionDigits) {
        var canonical = canonical(value);
        if (canonical.signum() < 0) {
            throw new IllegalArgumentException("negative");
        }
        if (canonical.scale() > fractionDigits || canonical.precision() - canonical.scale() > integerDigits) {
            throw new IllegalArgumentException(
                    "more than " + integerDigits + " digits before or " + fractionDigits + " after the point");
        }
        return canonical;
    }
}
