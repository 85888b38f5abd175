package casebook.events;

/** What a victim was given. */
public enum Support {
    SHELTER,
    MEDICAL,
    PSYCHOLOGICAL,
    LEGAL,
    FINANCIAL,
    INTERPRETATION,
    REPATRIATION,
    OTHER
}
