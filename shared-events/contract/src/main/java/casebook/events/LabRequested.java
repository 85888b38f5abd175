package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory was asked what a seizure is; its result is pending from then on.
 *
 * @param dueBy when the result is due; null for the configured time after asking
 */
@StoredAs("LabRequested")
public record LabRequested(
        IncidentId incident,
        SeizureId seizure,
        @Nullable String laboratory,
        @Nullable Instant dueBy) implements IncidentEvent {}
