package casebook.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * A deadline passed. It is one event to whoever reads the ledger, {@code DeadlineMissed}, in whichever stream it stands: the members that name what it
 * happened to tell which.
 */
@StoredAs("DeadlineMissed")
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(IncidentDeadlineMissed.class),
    @JsonSubTypes.Type(CaseDeadlineMissed.class),
    @JsonSubTypes.Type(ExhibitDeadlineMissed.class)
})
public sealed interface DeadlineMissed permits IncidentDeadlineMissed, CaseDeadlineMissed, ExhibitDeadlineMissed {

    DeadlineKind kind();

    Instant dueAt();

    /** When it was noticed; never before it was due. */
    Instant detectedAt();
}
