package casebook.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the register says of a station. */
public record StationDetails(
        String name,
        ProvinceCode province,
        CountryCode country,
        @Nullable Border border) {

    /**
     * The stretch of border that a station guards.
     *
     * @param lengthKm in kilometres, exact, without trailing zeros
     */
    public record Border(
            CountryCode neighbour,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal lengthKm,

            @Nullable Markers markers) {

        public Border {
            lengthKm = lengthKm == null
                    ? null
                    : Decimals.checked(lengthKm, Quantity.INTEGER_DIGITS, Quantity.FRACTION_DIGITS);
        }
    }

    /** The border markers that a stretch runs between, as they are numbered on the ground. */
    public record Markers(String from, String to) {}
}
