package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a person in one incident; the person's data key is kept under it. */
public record SubjectId(@JsonValue UUID value) {

    @JsonCreator
    public SubjectId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
