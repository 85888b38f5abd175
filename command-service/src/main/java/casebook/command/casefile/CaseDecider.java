package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseProgress.Opened;
import casebook.command.handling.Decision;
import casebook.command.handling.Refusal;
import casebook.events.CaseState;
import casebook.events.IncidentStatus;

/** The rules of a case that was opened: what may happen to it in which state. */
final class CaseDecider {

    private CaseDecider() {}

    static Decision decide(CaseCommand command, Opened file) {
        return switch (command) {
            case LinkIncident link -> link(link, file);
            case UnlinkIncident unlink -> unlink(unlink, file);
            case AssignCase assign ->
                assign.officer().equals(file.details().lead()) ? Decision.nothing() : ifActive(file, Decision.happen());
            case AddNote _ -> file.state() == CaseState.MERGED ? illegal(file) : Decision.happen();
            case MoveCase move -> move(move, file);
        };
    }

    private static Decision link(LinkIncident link, Opened file) {
        if (file.details().incidents().holds(link.incident().incident())) {
            return Decision.nothing();
        }
        return link.status() == IncidentStatus.VOIDED
                ? Decision.refuse(new Refusal.Invalid("/incident", "voided-incident"))
                : ifActive(file, Decision.happen());
    }

    private static Decision unlink(UnlinkIncident unlink, Opened file) {
        if (!file.details().incidents().holds(unlink.incident())) {
            return Decision.refuse(new Refusal.Unknown());
        }
        var isLast = !file.details().incidents().canSpare(unlink.incident());
        return ifActive(file, isLast ? Decision.refuse(new Refusal.Conflict("last-incident")) : Decision.happen());
    }

    private static Decision move(MoveCase move, Opened file) {
        if (!file.state().next().contains(move.to())) {
            return illegal(file);
        }
        if (file.state().needsReasonToLeave() && move.reason() == null) {
            return Decision.refuse(new Refusal.Invalid("/reason", "required"));
        }
        return Decision.happen();
    }

    private static Decision ifActive(Opened file, Decision decision) {
        return file.state().isActive() ? decision : illegal(file);
    }

    private static Decision illegal(Opened file) {
        var allowed = file.state().next().stream().map(CaseState::name).toList();
        return Decision.refuse(new Refusal.IllegalTransition(file.state().name(), allowed));
    }
}
