package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A country, ISO 3166-1 alpha-2. Only the form is checked. */
public record CountryCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    /** @throws IllegalArgumentException if the text does not have the form of this code */
    @JsonCreator
    public CountryCode {
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
