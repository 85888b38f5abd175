package casebook.events;

/** A kind of paper that names a person. */
public enum DocumentType {
    ID,
    PASSPORT,
    BORDER_PASS,
    LAISSEZ_PASSER,
    DRIVING_LICENCE,
    OTHER
}
