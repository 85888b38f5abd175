package casebook.events;

/** What was due. */
public enum DeadlineKind {
    /** The filing, after the occurrence. */
    FIRST_REPORT,
    /** A further report, after the filing. */
    FOLLOW_UP,
    /** The command's judgement, after the filing. */
    ACCEPTANCE,
    /** The other force's first answer, after a referral was sent. */
    REFERRAL_ANSWER,
    /** The case's decision. */
    RESOLUTION,
    /** The receiver's answer, after an exhibit was offered. */
    CUSTODY_TRANSFER,
    /** The laboratory's result, after it was asked for. */
    LAB_RESULT
}
