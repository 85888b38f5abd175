package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A border-guard station, of at most 60 characters. Only the form is checked. */
public record StationCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

    /** @throws IllegalArgumentException if the text does not have the form of this code */
    @JsonCreator
    public StationCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not of the form " + FORM.pattern());
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && text.length() <= 60;
    }

    @Override
    public String toString() {
        return value;
    }
}
