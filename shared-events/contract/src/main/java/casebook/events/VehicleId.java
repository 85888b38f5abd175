package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one vehicle of an incident. */
public record VehicleId(@JsonValue UUID value) {

    @JsonCreator
    public VehicleId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
