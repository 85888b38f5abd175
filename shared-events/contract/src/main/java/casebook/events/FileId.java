package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one uploaded version of an exhibit's file. */
public record FileId(@JsonValue UUID value) {

    @JsonCreator
    public FileId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
