package casebook.query.cases.view;

import casebook.events.Agency;
import casebook.events.DeadlineKind;
import casebook.events.Referral;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralStatus;
import casebook.query.cases.CaseFileState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case asked of another force.
 *
 * @param dueBy when an answer is due, if that was said; else it is the configured time after sending
 * @param outcome the last answer; absent while there is none
 * @param overdue whether the first answer is owed and its time is over
 */
public record ReferralView(
        ReferralId id,
        Agency agency,
        String subject,
        @Nullable Instant dueBy,
        ReferralStatus status,
        @Nullable ReferralOutcome outcome,
        @Nullable String detail,
        Instant sentAt,
        @Nullable String sentBy,
        @Nullable Instant answeredAt,
        boolean overdue) {

    static List<ReferralView> of(CaseFileState state) {
        return state.details().referrals().stream()
                .map(referral -> of(referral, state))
                .toList();
    }

    private static ReferralView of(Referral referral, CaseFileState state) {
        var date = state.dateOf(referral.id());
        return new ReferralView(
                referral.id(),
                referral.agency(),
                referral.subject(),
                referral.dueBy(),
                referral.status(),
                outcome(referral.status()),
                referral.detail(),
                date.sentAt(),
                date.sentBy(),
                date.answeredAt(),
                state.details().hasMissed(DeadlineKind.REFERRAL_ANSWER, referral.id())
                        && state.details().owes(DeadlineKind.REFERRAL_ANSWER, referral.id()));
    }

    private static @Nullable ReferralOutcome outcome(ReferralStatus status) {
        return switch (status) {
            case SENT -> null;
            case ACCEPTED -> ReferralOutcome.ACCEPTED;
            case DECLINED -> ReferralOutcome.DECLINED;
            case COMPLETED -> ReferralOutcome.COMPLETED;
        };
    }
}
