package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one note on a case. */
public record NoteId(@JsonValue UUID value) {

    @JsonCreator
    public NoteId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
