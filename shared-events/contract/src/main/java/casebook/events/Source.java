package casebook.events;

/** How an incident came to be known. */
public enum Source {
    PATROL,
    CHECKPOINT,
    TIP_OFF,
    JOINT_OPERATION,
    REFERRAL,
    FOREIGN_PARTNER,
    OTHER
}
