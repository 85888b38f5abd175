package casebook.events;

import org.jspecify.annotations.Nullable;

/** A report was declared void; it counts in no statistics from then on. */
@StoredAs("IncidentVoided")
public record IncidentVoided(
        IncidentId incident, String reason, @Nullable IncidentId duplicateOf) implements IncidentEvent {}
