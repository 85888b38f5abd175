package casebook.command.duplicate;

import casebook.events.IncidentId;
import java.math.BigDecimal;
import java.util.List;

/**
 * A report that may tell of the same incident.
 *
 * @param score from 0 to 1, with two decimals; the higher, the likelier
 * @param reasons why, the heaviest first
 */
public record PossibleDuplicate(IncidentId incident, String number, BigDecimal score, List<Reason> reasons) {

    /** What two reports have in common. */
    public enum Reason {
        SAME_PERSON,
        SAME_VEHICLE,
        SAME_TEXT,
        SAME_STATION,
        CLOSE_IN_TIME,
        SAME_ITEMS,
        NEIGHBOURING_STATION
    }
}
