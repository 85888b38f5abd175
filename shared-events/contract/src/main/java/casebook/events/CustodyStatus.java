package casebook.events;

/** Where an exhibit's custody stands. */
public enum CustodyStatus {
    HELD,
    /** Held still, and offered to somebody who has not answered yet. */
    OFFERED,
    /** Nothing is left in custody. */
    ENDED
}
