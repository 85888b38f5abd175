package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of an incident passed.
 *
 * @param seizure whose laboratory result was due
 */
public record IncidentDeadlineMissed(
        IncidentId incident,
        DeadlineKind kind,
        Instant dueAt,
        Instant detectedAt,
        @Nullable SeizureId seizure) implements IncidentEvent, DeadlineMissed {}
