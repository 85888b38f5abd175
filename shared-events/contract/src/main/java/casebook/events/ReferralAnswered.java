package casebook.events;

import org.jspecify.annotations.Nullable;

/** The other force answered a referral. DECLINED brings a REFERRED case back under investigation when no other referral is open. */
@StoredAs("ReferralAnswered")
public record ReferralAnswered(
        CaseId caseFile,
        ReferralId referral,
        ReferralOutcome outcome,
        @Nullable String detail) implements CaseEvent {}
