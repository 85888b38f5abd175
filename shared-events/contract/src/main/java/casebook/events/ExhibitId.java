package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an exhibit; also its aggregate identifier in the ledger. */
public record ExhibitId(@JsonValue UUID value) {

    @JsonCreator
    public ExhibitId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
