package casebook.events;

/** What the other force answered to a referral. */
public enum ReferralOutcome {
    ACCEPTED,
    DECLINED,
    COMPLETED
}
