package casebook.events;

/** What became of a person. */
public enum SubjectOutcome {
    DETAINED,
    TRANSFERRED,
    RELEASED,
    PROSECUTED,
    SANCTIONED,
    EXPELLED
}
