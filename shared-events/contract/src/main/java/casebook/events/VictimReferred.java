package casebook.events;

import org.jspecify.annotations.Nullable;

/** A victim was brought to an organisation that cares further. */
@StoredAs("VictimReferred")
public record VictimReferred(
        IncidentId incident,
        SubjectId subject,
        String to,
        @Nullable String detail) implements IncidentEvent {}
