package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one seizure of an incident. */
public record SeizureId(@JsonValue UUID value) {

    @JsonCreator
    public SeizureId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
