package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one offer of an exhibit to another custodian. */
public record TransferId(@JsonValue UUID value) {

    @JsonCreator
    public TransferId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
