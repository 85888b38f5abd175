package casebook.command.incident;

import casebook.command.handling.Decision;
import casebook.command.handling.Refusal;
import casebook.command.incident.IncidentCommand.AcceptIncident;
import casebook.command.incident.IncidentCommand.AddEnterprise;
import casebook.command.incident.IncidentCommand.AddSeizure;
import casebook.command.incident.IncidentCommand.AddSubject;
import casebook.command.incident.IncidentCommand.AddVehicle;
import casebook.command.incident.IncidentCommand.AmendIncident;
import casebook.command.incident.IncidentCommand.ReturnIncident;
import casebook.command.incident.IncidentCommand.VoidIncident;
import casebook.command.incident.IncidentState.Filed;
import casebook.events.IncidentStatus;

/** The rules of an incident that was filed: what may happen to it in which state. */
final class IncidentDecider {

    private IncidentDecider() {}

    static Decision decide(IncidentCommand command, Filed incident) {
        return switch (command) {
            case AmendIncident _ -> ifOpen(incident);
            case AddSeizure add ->
                ifNew(
                        incident,
                        incident.details().seizures().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.seizure().id())));
            case AddSubject add ->
                ifNew(
                        incident,
                        incident.details().subjects().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.subject().id())));
            case AddVehicle add ->
                ifNew(
                        incident,
                        incident.details().vehicles().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.vehicle().id())));
            case AddEnterprise add ->
                ifNew(
                        incident,
                        incident.details().enterprises().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.enterprise().id())));
            case ReturnIncident _ -> ifMayBecome(IncidentStatus.RETURNED, incident);
            case AcceptIncident _ -> ifMayBecome(IncidentStatus.ACCEPTED, incident);
            case VoidIncident voided ->
                command.incident().equals(voided.duplicateOf())
                        ? Decision.refuse(new Refusal.Invalid("/duplicateOf", "duplicate-of-itself"))
                        : ifMayBecome(IncidentStatus.VOIDED, incident);
        };
    }

    private static Decision ifOpen(Filed incident) {
        return incident.status().isOpenToAmendment() ? Decision.happen() : illegal(incident);
    }

    private static Decision ifNew(Filed incident, boolean listed) {
        return listed ? Decision.refuse(new Refusal.IdReused()) : ifOpen(incident);
    }

    private static Decision ifMayBecome(IncidentStatus next, Filed incident) {
        return incident.status().next().contains(next) ? Decision.happen() : illegal(incident);
    }

    private static Decision illegal(Filed incident) {
        var allowed =
                incident.status().next().stream().map(IncidentStatus::name).toList();
        return Decision.refuse(new Refusal.IllegalTransition(incident.status().name(), allowed));
    }
}
