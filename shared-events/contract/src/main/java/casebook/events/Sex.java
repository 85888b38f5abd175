package casebook.events;

/** A person's sex as written in the papers. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
