package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A province, ISO 3166-2, or a country where there is none. Only the form is checked. */
public record ProvinceCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /** @throws IllegalArgumentException if the text does not have the form of this code */
    @JsonCreator
    public ProvinceCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not of the form " + FORM.pattern());
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
