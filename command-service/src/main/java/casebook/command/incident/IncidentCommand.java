package casebook.command.incident;

import casebook.events.Enterprise;
import casebook.events.EnterpriseAdded;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.PersonalDataErased;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.Subject;
import casebook.events.SubjectAdded;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.Vehicle;
import casebook.events.VehicleAdded;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an incident that was filed. */
sealed interface IncidentCommand {

    IncidentId incident();

    /** The event that the command asks for. */
    IncidentEvent event();

    /** Corrects the report. */
    record AmendIncident(@TargetAggregateIdentifier IncidentId incident, String reason, IncidentChanges changes)
            implements IncidentCommand {
        @Override
        public IncidentAmended event() {
            return new IncidentAmended(incident, reason, changes);
        }
    }

    /** Adds a seizure to the report. */
    record AddSeizure(@TargetAggregateIdentifier IncidentId incident, Seizure seizure) implements IncidentCommand {
        @Override
        public SeizureAdded event() {
            return new SeizureAdded(incident, seizure);
        }
    }

    /** Adds a person to the report. */
    record AddSubject(@TargetAggregateIdentifier IncidentId incident, Subject subject) implements IncidentCommand {
        @Override
        public SubjectAdded event() {
            return new SubjectAdded(incident, subject);
        }
    }

    /** Adds a vehicle to the report. */
    record AddVehicle(@TargetAggregateIdentifier IncidentId incident, Vehicle vehicle) implements IncidentCommand {
        @Override
        public VehicleAdded event() {
            return new VehicleAdded(incident, vehicle);
        }
    }

    /** Adds an enterprise to the report. */
    record AddEnterprise(@TargetAggregateIdentifier IncidentId incident, Enterprise enterprise)
            implements IncidentCommand {
        @Override
        public EnterpriseAdded event() {
            return new EnterpriseAdded(incident, enterprise);
        }
    }

    /** Gives the report back to its station for correction. */
    record ReturnIncident(@TargetAggregateIdentifier IncidentId incident, String reason) implements IncidentCommand {
        @Override
        public IncidentReturned event() {
            return new IncidentReturned(incident, reason);
        }
    }

    /** Accepts the report. */
    record AcceptIncident(@TargetAggregateIdentifier IncidentId incident) implements IncidentCommand {
        @Override
        public IncidentAccepted event() {
            return new IncidentAccepted(incident);
        }
    }

    /** Declares the report void. */
    record VoidIncident(
            @TargetAggregateIdentifier IncidentId incident,
            String reason,
            @Nullable IncidentId duplicateOf) implements IncidentCommand {
        @Override
        public IncidentVoided event() {
            return new IncidentVoided(incident, reason, duplicateOf);
        }
    }

    /** Records what became of a person. */
    record ConcludeSubject(@TargetAggregateIdentifier IncidentId incident, SubjectOutcomeRecorded event)
            implements IncidentCommand {}

    /** Records what a victim was given. */
    record SupportVictim(@TargetAggregateIdentifier IncidentId incident, VictimSupported event)
            implements IncidentCommand {}

    /** Records where a victim was brought. */
    record ReferVictim(@TargetAggregateIdentifier IncidentId incident, VictimReferred event)
            implements IncidentCommand {}

    /** Asks a laboratory what a seizure is. */
    record RequestLab(@TargetAggregateIdentifier IncidentId incident, LabRequested event) implements IncidentCommand {}

    /** Records what the laboratory found. */
    record RecordLabResult(@TargetAggregateIdentifier IncidentId incident, LabResultRecorded event)
            implements IncidentCommand {}

    /** Decides that what names a person is forgotten. */
    record ErasePerson(@TargetAggregateIdentifier IncidentId incident, PersonalDataErased event)
            implements IncidentCommand {}

    /** Records that a deadline passed. */
    record RecordMissedDeadline(@TargetAggregateIdentifier IncidentId incident, IncidentDeadlineMissed event)
            implements IncidentCommand {}
}
