package casebook.events;

import java.time.Instant;

/**
 * An offered exhibit was neither received nor refused in time.
 *
 * @param transfer which offer it was; each has one clock
 */
public record ExhibitDeadlineMissed(
        ExhibitId exhibit, TransferId transfer, DeadlineKind kind, Instant dueAt, Instant detectedAt)
        implements ExhibitEvent, DeadlineMissed {}
