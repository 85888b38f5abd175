package casebook.query.incidents;

import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentStatus;
import casebook.events.IncidentVoided;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands, and why.
 *
 * @param reason of its return or voiding
 * @param duplicateOf the report that it was voided for
 */
public record Standing(
        IncidentStatus status,
        @Nullable String reason,
        @Nullable IncidentId duplicateOf) {

    static final Standing FILED = new Standing(IncidentStatus.FILED, null, null);

    Standing after(IncidentEvent event) {
        var next = status.after(event);
        return switch (event) {
            case IncidentReturned returned -> new Standing(next, returned.reason(), null);
            case IncidentVoided voided -> new Standing(next, voided.reason(), voided.duplicateOf());
            default -> next == status ? this : new Standing(next, null, null);
        };
    }

    /** The same, but that the report that it was voided for is not told. */
    Standing withoutOriginal() {
        return new Standing(status, reason, null);
    }

    /** The reason, if it is that of this status. */
    public @Nullable String reasonOf(IncidentStatus expected) {
        return status == expected ? reason : null;
    }
}
