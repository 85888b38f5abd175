package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Personal data encrypted under the key of one person, in base64. Without that key nobody can read it again. */
public record SealedPersonalData(@JsonValue String ciphertext) {

    /** Stands in what is asked for the data of a person whose key was destroyed. It enters no event. */
    public static final SealedPersonalData ERASED = new SealedPersonalData("");

    @JsonCreator
    public SealedPersonalData {}
}
