package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one enterprise of an incident. */
public record EnterpriseId(@JsonValue UUID value) {

    @JsonCreator
    public EnterpriseId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
