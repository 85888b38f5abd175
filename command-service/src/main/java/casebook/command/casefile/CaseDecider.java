package casebook.command.casefile;

import casebook.command.casefile.CaseCommand.AddNote;
import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.AssignCase;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.PlaceHold;
import casebook.command.casefile.CaseCommand.RecordMissedDeadline;
import casebook.command.casefile.CaseCommand.ReleaseHold;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.command.casefile.CaseProgress.Opened;
import casebook.command.handling.Clocks.Owed;
import casebook.command.handling.Decision;
import casebook.command.handling.Refusal;
import casebook.events.CaseAction;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseDetails;
import casebook.events.CaseState;
import casebook.events.IncidentStatus;
import casebook.events.Referral;
import java.util.List;

/** The rules of a case that was opened: what may happen to it in which state. */
final class CaseDecider {

    private CaseDecider() {}

    static Decision decide(CaseCommand command, Opened file) {
        var details = file.details();
        return switch (command) {
            case LinkIncident link -> link(link, details);
            case UnlinkIncident unlink -> unlink(unlink, details);
            case AssignCase assign ->
                assign.officer().equals(details.lead()) ? Decision.nothing() : ifAllowed(CaseAction.ASSIGN, details);
            case AddNote _ -> ifAllowed(CaseAction.NOTE, details);
            case MoveCase move -> move(move, details);
            case SendReferral send ->
                details.referral(send.referral()).isPresent()
                        ? Decision.refuse(new Refusal.IdReused())
                        : ifAllowed(CaseAction.REFER, details);
            case AnswerReferral answer -> answer(answer, details);
            case MergeCase merge ->
                merge.into().equals(merge.caseFile())
                        ? conflict("merged-into-itself")
                        : ifAllowed(CaseAction.MERGE, details);
            case UnmergeCase unmerge ->
                details.merger() == null || !details.merger().into().equals(unmerge.from())
                        ? illegal(details)
                        : Decision.happen();
            case SealCase _ -> details.allows(CaseAction.SEAL) ? Decision.happen() : conflict("sealed");
            case UnsealCase _ -> details.allows(CaseAction.UNSEAL) ? Decision.happen() : conflict("not-sealed");
            case PlaceHold _ -> details.allows(CaseAction.HOLD) ? Decision.happen() : conflict("on-hold");
            case ReleaseHold _ -> details.allows(CaseAction.RELEASE_HOLD) ? Decision.happen() : conflict("not-on-hold");
            case RecordMissedDeadline record -> recordMissed(record.event(), file);
        };
    }

    /** Whether a case takes another one in. */
    static Decision absorb(CaseDetails target) {
        return target.state().isActive() ? Decision.happen() : conflict("closed-target");
    }

    /** Whether a case lets go what it took in. Under legal hold it lets nothing go, or what is to be kept could be erased. */
    static Decision separate(CaseDetails target) {
        if (target.hold() != null) {
            return conflict("legal-hold");
        }
        return target.canSeparate() ? Decision.happen() : conflict("merged-further");
    }

    private static Decision link(LinkIncident link, CaseDetails file) {
        if (file.incidents().holds(link.incident().incident())) {
            return Decision.nothing();
        }
        return link.status() == IncidentStatus.VOIDED
                ? Decision.refuse(new Refusal.Invalid("/incident", "voided-incident"))
                : ifAllowed(CaseAction.LINK, file);
    }

    private static Decision unlink(UnlinkIncident unlink, CaseDetails file) {
        if (!file.incidents().holds(unlink.incident())) {
            return Decision.refuse(new Refusal.Unknown());
        }
        if (!file.state().isActive()) {
            return illegal(file);
        }
        if (file.hold() != null) {
            return conflict("legal-hold");
        }
        return file.incidents().canSpare(unlink.incident()) ? Decision.happen() : conflict("last-incident");
    }

    private static Decision move(MoveCase move, CaseDetails file) {
        if (!file.state().next().contains(move.to())) {
            return illegal(file);
        }
        if (file.state().needsReasonToLeave() && move.reason() == null) {
            return Decision.refuse(new Refusal.Invalid("/reason", "required"));
        }
        return Decision.happen();
    }

    private static Decision answer(AnswerReferral answer, CaseDetails file) {
        var status = file.referral(answer.referral()).map(Referral::status).orElse(null);
        if (status == null) {
            return Decision.refuse(new Refusal.Unknown());
        }
        return status.isOpen()
                ? Decision.happen()
                : Decision.refuse(new Refusal.IllegalTransition(status.name(), List.of()));
    }

    private static Decision recordMissed(CaseDeadlineMissed missed, Opened opened) {
        var referral = missed.referral() == null ? null : missed.referral().value();
        if (!opened.clocks().isCurrent(new Owed(missed.kind(), referral), missed.clock())) {
            return conflict("deadline-met");
        }
        var file = opened.details();
        if (file.hasMissed(missed.kind(), missed.referral())) {
            return Decision.nothing();
        }
        return file.owes(missed.kind(), missed.referral()) ? Decision.happen() : conflict("deadline-met");
    }

    private static Decision ifAllowed(CaseAction action, CaseDetails file) {
        return file.allows(action) ? Decision.happen() : illegal(file);
    }

    private static Decision conflict(String slug) {
        return Decision.refuse(new Refusal.Conflict(slug));
    }

    private static Decision illegal(CaseDetails file) {
        var allowed = file.state().next().stream().map(CaseState::name).toList();
        return Decision.refuse(new Refusal.IllegalTransition(file.state().name(), allowed));
    }
}
