package casebook.events;

/** Where a referral stands: sent, then as the other force answered last. */
public enum ReferralStatus {
    SENT,
    ACCEPTED,
    DECLINED,
    COMPLETED;

    /** Whether the other force still has it: an outcome can be recorded. */
    public boolean isOpen() {
        return this == SENT || this == ACCEPTED;
    }

    static ReferralStatus after(ReferralOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> ACCEPTED;
            case DECLINED -> DECLINED;
            case COMPLETED -> COMPLETED;
        };
    }
}
