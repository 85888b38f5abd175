package casebook.events;

import org.jspecify.annotations.Nullable;

/** A victim was given support. */
@StoredAs("VictimSupported")
public record VictimSupported(
        IncidentId incident,
        SubjectId subject,
        Support support,
        @Nullable String detail) implements IncidentEvent {}
