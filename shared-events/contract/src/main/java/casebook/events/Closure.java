package casebook.events;

/** Why a case was dismissed. */
public enum Closure {
    OFFENDER_DIED,
    PROSECUTION_DECLINED,
    OTHER_JURISDICTION,
    VICTIM_REFUSED,
    JUVENILE,
    UNFOUNDED,
    OTHER
}
