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
                IncidentVoided {

    IncidentId incident();
}
