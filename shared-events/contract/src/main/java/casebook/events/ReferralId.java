package casebook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one referral of a case. */
public record ReferralId(@JsonValue UUID value) {

    @JsonCreator
    public ReferralId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
