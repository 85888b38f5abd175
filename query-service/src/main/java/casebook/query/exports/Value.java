package casebook.query.exports;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a sheet. */
public sealed interface Value {

    Value NOTHING = new Nothing();

    static Value of(@Nullable String text) {
        return text == null ? NOTHING : new Text(text);
    }

    static Value of(@Nullable BigDecimal number) {
        return number == null ? NOTHING : new Number(number);
    }

    static Value of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Value of(OffsetDateTime moment) {
        return new Moment(moment);
    }

    record Text(String text) implements Value {}

    /** Exact; never rounded. */
    record Number(BigDecimal number) implements Value {

        /** In plain notation, without trailing zeros. */
        String plain() {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    record Moment(OffsetDateTime moment) implements Value {}

    record Nothing() implements Value {}
}
