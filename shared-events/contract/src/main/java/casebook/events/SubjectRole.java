package casebook.events;

/** What a person was in an incident, and so how statistics count the person. */
public enum SubjectRole {
    SUSPECT,
    ARRESTED,
    VIOLATOR,
    VICTIM,
    RESCUED,
    /** Counted apart, never as an offender. */
    SMUGGLED_MIGRANT,
    WITNESS;

    public boolean isOffender() {
        return this == SUSPECT || this == ARRESTED || this == VIOLATOR;
    }

    public boolean isVictim() {
        return this == VICTIM || this == RESCUED;
    }
}
