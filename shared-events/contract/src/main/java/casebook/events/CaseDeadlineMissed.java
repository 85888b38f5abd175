package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case passed.
 *
 * @param referral whose answer was due
 */
public record CaseDeadlineMissed(
        CaseId caseFile,
        DeadlineKind kind,
        Instant dueAt,
        Instant detectedAt,
        @Nullable ReferralId referral) implements CaseEvent, DeadlineMissed {}
