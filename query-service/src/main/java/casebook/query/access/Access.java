package casebook.query.access;

/**
 * That somebody saw or took something. Names no person but the one who looked; what it is about is an id beside it.
 *
 * @param who the caller's name, as events name actors
 * @param account the {@code sub} of the caller's token
 * @param role the caller's roles, comma-separated
 * @param path of the request, without its query
 * @param purpose as the caller gave it; empty if not said
 * @param from the address of the machine that asked
 */
record Access(String who, String account, String role, What what, String path, String purpose, String from) {

    /** What was seen or taken. */
    enum What {
        /** A person's data, in clear. */
        PERSON,
        /** A person's data, masked. */
        PERSON_MASKED,
        /** A report with persons in it, in clear. */
        INCIDENT,
        /** A report with persons in it, masked. */
        INCIDENT_MASKED,
        /** That a person is also in another report. */
        RELATED_PERSON,
        /** That a person was seen with a vehicle. */
        VEHICLE_COMPANION,
        /** A bundle for a court. */
        BUNDLE,
        /** The file of an exhibit. */
        FILE,
        /** Lines of the ledger, or of these records. */
        LINES,
        /** A table to be kept. */
        EXPORT
    }
}
