package casebook.events;

/** What can happen to an incident. */
public sealed interface IncidentEvent extends CasebookEvent
        permits IncidentFiled,
                IncidentAmended,
                SeizureAdded,
                SubjectAdded,
                VehicleAdded,
                EnterpriseAdded,
                IncidentReturned,
                IncidentAccepted,
                IncidentVoided,
                SubjectOutcomeRecorded,
                VictimSupported,
                VictimReferred,
                LabRequested,
                LabResultRecorded,
                IncidentDeadlineMissed,
                PersonalDataErased {

    IncidentId incident();
}
