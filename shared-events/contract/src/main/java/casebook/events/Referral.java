package casebook.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case asked of another force.
 *
 * @param dueBy when an answer is due; null for the configured time after sending
 * @param detail what the other force said with its last answer
 */
public record Referral(
        ReferralId id,
        Agency agency,
        String subject,
        @Nullable Instant dueBy,
        ReferralStatus status,
        @Nullable String detail) {

    static Referral of(ReferralSent sent) {
        return new Referral(sent.referral(), sent.agency(), sent.subject(), sent.dueBy(), ReferralStatus.SENT, null);
    }

    Referral after(ReferralAnswered answered) {
        return new Referral(id, agency, subject, dueBy, ReferralStatus.after(answered.outcome()), answered.detail());
    }
}
