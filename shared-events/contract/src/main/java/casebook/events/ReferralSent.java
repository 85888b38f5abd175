package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case was referred to another force; a case under investigation is REFERRED by it.
 *
 * @param dueBy when an answer is due; null for the configured time after sending
 */
@StoredAs("ReferralSent")
public record ReferralSent(
        CaseId caseFile,
        ReferralId referral,
        Agency agency,
        String subject,
        @Nullable Instant dueBy) implements CaseEvent {}
