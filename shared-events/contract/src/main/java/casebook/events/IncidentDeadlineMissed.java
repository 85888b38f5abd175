package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of an incident passed.
 *
 * @param seizure whose laboratory result was due
 * @param clock the sequence number, within the incident, of the event from which the time ran; null in what was recorded before clocks had names
 */
public record IncidentDeadlineMissed(
        IncidentId incident,
        DeadlineKind kind,
        Instant dueAt,
        Instant detectedAt,
        @Nullable SeizureId seizure,
        @Nullable Long clock)
        implements IncidentEvent, DeadlineMissed {}
