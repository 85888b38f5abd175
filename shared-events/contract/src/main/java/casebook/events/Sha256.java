package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A SHA-256 hash in 64 lower-case hexadecimal digits. */
public record Sha256(@JsonValue String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the text does not have this form */
    @JsonCreator
    public Sha256 {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("not of the form " + FORM.pattern());
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return hex;
    }
}
