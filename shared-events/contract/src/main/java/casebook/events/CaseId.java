package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a case file; also its aggregate identifier in the ledger. */
public record CaseId(@JsonValue UUID value) {

    @JsonCreator
    public CaseId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
