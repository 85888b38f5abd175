package casebook.events;

import java.util.List;

/** Where an incident's report stands. This is the state machine that commands obey and that views offer actions from. */
public enum IncidentStatus {
    FILED,
    RETURNED,
    ACCEPTED,
    VOIDED;

    /** The states that may follow; RETURNED goes to FILED by an amendment only. */
    public List<IncidentStatus> next() {
        return switch (this) {
            case FILED -> List.of(RETURNED, ACCEPTED, VOIDED);
            case RETURNED -> List.of(FILED, VOIDED);
            case ACCEPTED -> List.of(VOIDED);
            case VOIDED -> List.of();
        };
    }

    /** Whether the report may still be corrected or added to. */
    public boolean isOpenToAmendment() {
        return this != VOIDED;
    }

    /** Whether this may be asked of the incident; {@link #next} says the same of what leads to another state. */
    public boolean allows(IncidentAction action) {
        return switch (action) {
            case AMEND -> isOpenToAmendment();
            case RETURN -> next().contains(RETURNED);
            case ACCEPT -> next().contains(ACCEPTED);
            case VOID -> next().contains(VOIDED);
        };
    }

    /** Correcting a returned report files it again. */
    private IncidentStatus afterAmendment() {
        return this == RETURNED ? FILED : this;
    }

    /** Where the report stands after a further event of its incident. */
    public IncidentStatus after(IncidentEvent event) {
        return switch (event) {
            case IncidentFiled _ -> FILED;
            case IncidentAmended _ -> afterAmendment();
            case IncidentReturned _ -> RETURNED;
            case IncidentAccepted _ -> ACCEPTED;
            case IncidentVoided _ -> VOIDED;
            case SeizureAdded _, SubjectAdded _, VehicleAdded _, EnterpriseAdded _ -> this;
            case SubjectOutcomeRecorded _, VictimSupported _, VictimReferred _ -> this;
            case LabRequested _, LabResultRecorded _, IncidentDeadlineMissed _, PersonalDataErased _ -> this;
        };
    }
}
