package casebook.events;

import java.time.Instant;

/** An offered exhibit was neither received nor refused in time. */
public record ExhibitDeadlineMissed(
        ExhibitId exhibit, TransferId transfer, DeadlineKind kind, Instant dueAt, Instant detectedAt)
        implements ExhibitEvent, DeadlineMissed {}
