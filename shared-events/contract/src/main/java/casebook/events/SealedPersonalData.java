package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Personal data encrypted under the key of one person, in base64. Without that key nobody can read it again. */
public record SealedPersonalData(@JsonValue String ciphertext) {

    @JsonCreator
    public SealedPersonalData {}
}
