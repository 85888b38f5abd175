package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * It was recorded what became of a person.
 *
 * @param amount of the fine, for a sanction that has one
 */
@StoredAs("SubjectOutcomeRecorded")
public record SubjectOutcomeRecorded(
        IncidentId incident,
        SubjectId subject,
        SubjectOutcome outcome,
        @Nullable Money amount,
        @Nullable String detail) implements IncidentEvent {}
