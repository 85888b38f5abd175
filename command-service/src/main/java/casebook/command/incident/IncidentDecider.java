package casebook.command.incident;

import casebook.command.handling.Clocks.Owed;
import casebook.command.handling.Decision;
import casebook.command.handling.Refusal;
import casebook.command.incident.IncidentCommand.AcceptIncident;
import casebook.command.incident.IncidentCommand.AddEnterprise;
import casebook.command.incident.IncidentCommand.AddSeizure;
import casebook.command.incident.IncidentCommand.AddSubject;
import casebook.command.incident.IncidentCommand.AddVehicle;
import casebook.command.incident.IncidentCommand.AmendIncident;
import casebook.command.incident.IncidentCommand.ConcludeSubject;
import casebook.command.incident.IncidentCommand.ErasePerson;
import casebook.command.incident.IncidentCommand.RecordLabResult;
import casebook.command.incident.IncidentCommand.RecordMissedDeadline;
import casebook.command.incident.IncidentCommand.ReferVictim;
import casebook.command.incident.IncidentCommand.RequestLab;
import casebook.command.incident.IncidentCommand.ReturnIncident;
import casebook.command.incident.IncidentCommand.SupportVictim;
import casebook.command.incident.IncidentCommand.VoidIncident;
import casebook.command.incident.IncidentState.Filed;
import casebook.events.IncidentAction;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentDeadlines;
import casebook.events.IncidentPersons;
import casebook.events.IncidentStatus;
import casebook.events.Item;
import casebook.events.Seizure;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of an incident that was filed: what may happen to it in which state. */
final class IncidentDecider {

    private IncidentDecider() {}

    static Decision decide(IncidentCommand command, Filed incident) {
        var details = incident.details();
        return switch (command) {
            case AmendIncident amend ->
                ifDataIsTaken(amend.changes().subjects(), ifAllowed(IncidentAction.AMEND, incident));
            case AddSeizure add ->
                ifNew(incident, details.seizure(add.seizure().id()).isPresent());
            case AddSubject add ->
                ifDataIsTaken(
                        List.of(add.subject()),
                        ifNew(incident, details.subject(add.subject().id()).isPresent()));
            case AddVehicle add ->
                ifNew(
                        incident,
                        details.vehicles().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.vehicle().id())));
            case AddEnterprise add ->
                ifNew(
                        incident,
                        details.enterprises().stream()
                                .anyMatch(listed ->
                                        listed.id().equals(add.enterprise().id())));
            case ReturnIncident _ -> ifAllowed(IncidentAction.RETURN, incident);
            case AcceptIncident _ -> ifAllowed(IncidentAction.ACCEPT, incident);
            case VoidIncident voided ->
                command.incident().equals(voided.duplicateOf())
                        ? Decision.refuse(new Refusal.Invalid("/duplicateOf", "duplicate-of-itself"))
                        : ifAllowed(IncidentAction.VOID, incident);
            case ConcludeSubject record ->
                ifListed(incident, details.subject(record.event().subject()), _ -> Decision.happen());
            case SupportVictim support ->
                ifListed(incident, details.subject(support.event().subject()), IncidentDecider::ifCaredFor);
            case ReferVictim refer ->
                ifListed(incident, details.subject(refer.event().subject()), IncidentDecider::ifCaredFor);
            case RequestLab request ->
                ifListed(incident, details.seizure(request.event().seizure()), _ -> Decision.happen());
            case RecordLabResult result ->
                ifListed(
                        incident,
                        details.seizure(result.event().seizure()),
                        seizure -> labResult(result.event().item(), seizure, incident.deadlines()));
            case ErasePerson erase -> erase(erase.event().subject(), incident.persons());
            case RecordMissedDeadline record -> recordMissed(record.event(), incident);
        };
    }

    /** What the path names must be there before anything is said of the state. */
    private static <T> Decision ifListed(Filed incident, Optional<T> listed, Function<T, Decision> further) {
        if (listed.isEmpty()) {
            return Decision.refuse(new Refusal.Unknown());
        }
        return incident.status().allows(IncidentAction.AMEND) ? further.apply(listed.get()) : illegal(incident);
    }

    /** Support is for victims, and for smuggled migrants, who are no offenders. */
    private static Decision ifCaredFor(Subject subject) {
        return subject.role().isVictim() || subject.role() == SubjectRole.SMUGGLED_MIGRANT
                ? Decision.happen()
                : Decision.refuse(new Refusal.Conflict("not-a-victim"));
    }

    /** What a laboratory found is not overwritten: another opinion, or a corrected one, has been asked for. */
    private static Decision labResult(Item item, Seizure seizure, IncidentDeadlines deadlines) {
        if (!item.canBeMeasuredIn(seizure.unit())) {
            return Decision.refuse(new Refusal.Invalid("/item", "impossible-item"));
        }
        return deadlines.hasLabReported(seizure.id())
                ? Decision.refuse(new Refusal.Conflict("lab-reported"))
                : Decision.happen();
    }

    /** What names a person who was erased is not taken again, by whatever way it comes. */
    private static Decision ifDataIsTaken(@Nullable List<Subject> subjects, Decision otherwise) {
        return subjects != null && subjects.stream().anyMatch(Subject::lostData)
                ? Decision.refuse(new Refusal.Conflict("personal-data-erased"))
                : otherwise;
    }

    /** In whatever state the report is, also of a person whom it does not list any more. */
    private static Decision erase(SubjectId person, IncidentPersons persons) {
        if (!persons.named().contains(person)) {
            return Decision.refuse(new Refusal.Unknown());
        }
        return persons.erased().contains(person) ? Decision.nothing() : Decision.happen();
    }

    private static Decision recordMissed(IncidentDeadlineMissed missed, Filed incident) {
        var deadlines = incident.deadlines();
        var seizure = missed.seizure() == null ? null : missed.seizure().value();
        if (!incident.clocks().isCurrent(new Owed(missed.kind(), seizure), missed.clock())) {
            return Decision.refuse(new Refusal.Conflict("deadline-met"));
        }
        if (deadlines.hasMissed(missed.kind(), missed.seizure())) {
            return Decision.nothing();
        }
        return deadlines.owes(missed.kind(), missed.seizure(), incident.status())
                ? Decision.happen()
                : Decision.refuse(new Refusal.Conflict("deadline-met"));
    }

    private static Decision ifNew(Filed incident, boolean listed) {
        return listed ? Decision.refuse(new Refusal.IdReused()) : ifAllowed(IncidentAction.AMEND, incident);
    }

    private static Decision ifAllowed(IncidentAction action, Filed incident) {
        return incident.status().allows(action) ? Decision.happen() : illegal(incident);
    }

    private static Decision illegal(Filed incident) {
        var allowed =
                incident.status().next().stream().map(IncidentStatus::name).toList();
        return Decision.refuse(new Refusal.IllegalTransition(incident.status().name(), allowed));
    }
}
