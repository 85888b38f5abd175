package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case passed.
 *
 * @param referral whose answer was due
 * @param clock the sequence number, within the case, of the event from which the time ran; null in what was recorded before clocks had names
 */
public record CaseDeadlineMissed(
        CaseId caseFile,
        DeadlineKind kind,
        Instant dueAt,
        Instant detectedAt,
        @Nullable ReferralId referral,
        @Nullable Long clock)
        implements CaseEvent, DeadlineMissed {}
