package casebook.events;

/** A force or office beside the border guard. */
public enum Agency {
    PUBLIC_SECURITY,
    CUSTOMS,
    ARMY,
    COAST_GUARD,
    FISHERIES,
    MARKET_SURVEILLANCE,
    FORESTRY,
    PROCURACY,
    COURT,
    LOCAL_AUTHORITY,
    FOREIGN_FORCE,
    OTHER
}
