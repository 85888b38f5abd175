package casebook.command.casefile;

import casebook.events.Agency;
import casebook.events.CaseAssigned;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentStatus;
import casebook.events.IncidentUnlinked;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralSent;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case that was opened. */
sealed interface CaseCommand {

    CaseId caseFile();

    /** The event that the command asks for. */
    CaseEvent event();

    /** Puts an incident, of which this status is known, into the case. */
    record LinkIncident(@TargetAggregateIdentifier CaseId caseFile, CaseIncident incident, IncidentStatus status)
            implements CaseCommand {
        @Override
        public IncidentLinked event() {
            return new IncidentLinked(caseFile, incident);
        }
    }

    /** Takes an incident out of the case. */
    record UnlinkIncident(@TargetAggregateIdentifier CaseId caseFile, IncidentId incident) implements CaseCommand {
        @Override
        public IncidentUnlinked event() {
            return new IncidentUnlinked(caseFile, incident);
        }
    }

    /** Gives an officer the lead of the case. */
    record AssignCase(@TargetAggregateIdentifier CaseId caseFile, String officer) implements CaseCommand {
        @Override
        public CaseAssigned event() {
            return new CaseAssigned(caseFile, officer);
        }
    }

    /** Writes a note into the case. */
    record AddNote(@TargetAggregateIdentifier CaseId caseFile, NoteId note, String text) implements CaseCommand {
        @Override
        public NoteAdded event() {
            return new NoteAdded(caseFile, note, text);
        }
    }

    /** Brings the case to another state. */
    record MoveCase(
            @TargetAggregateIdentifier CaseId caseFile,
            CaseState to,
            @Nullable String reason,
            @Nullable Closure closure)
            implements CaseCommand {
        @Override
        public CaseMoved event() {
            return new CaseMoved(caseFile, to, reason, closure);
        }
    }

    /** Asks another force to take part. */
    record SendReferral(
            @TargetAggregateIdentifier CaseId caseFile,
            ReferralId referral,
            Agency agency,
            String subject,
            @Nullable Instant dueBy)
            implements CaseCommand {
        @Override
        public ReferralSent event() {
            return new ReferralSent(caseFile, referral, agency, subject, dueBy);
        }
    }

    /** Records what the other force answered. */
    record AnswerReferral(
            @TargetAggregateIdentifier CaseId caseFile,
            ReferralId referral,
            ReferralOutcome outcome,
            @Nullable String detail)
            implements CaseCommand {
        @Override
        public ReferralAnswered event() {
            return new ReferralAnswered(caseFile, referral, outcome, detail);
        }
    }

    /** Puts the case with all its incidents into another one; handled by {@link Mergers}, which has both. */
    record MergeCase(CaseId caseFile, CaseId into, String reason) implements CaseCommand {
        @Override
        public CaseMerged event() {
            return new CaseMerged(caseFile, into, reason);
        }
    }

    /**
     * Takes a merger back; handled by {@link Mergers}, which has both cases.
     *
     * @param from where the case went; null if it is not merged
     */
    record UnmergeCase(CaseId caseFile, @Nullable CaseId from, String reason) implements CaseCommand {
        @Override
        public CaseUnmerged event() {
            return new CaseUnmerged(caseFile, reason);
        }
    }

    /** Lets only these officers, and auditors, see the case. */
    record SealCase(@TargetAggregateIdentifier CaseId caseFile, String reason, List<String> officers)
            implements CaseCommand {
        @Override
        public CaseSealed event() {
            return new CaseSealed(caseFile, reason, officers);
        }
    }

    /** Takes the seal off. */
    record UnsealCase(
            @TargetAggregateIdentifier CaseId caseFile,
            @Nullable String reason) implements CaseCommand {
        @Override
        public CaseUnsealed event() {
            return new CaseUnsealed(caseFile, reason);
        }
    }

    /** Forbids that personal data of the case's incidents is erased. */
    record PlaceHold(@TargetAggregateIdentifier CaseId caseFile, String reason) implements CaseCommand {
        @Override
        public LegalHoldPlaced event() {
            return new LegalHoldPlaced(caseFile, reason);
        }
    }

    /** Takes the legal hold off. */
    record ReleaseHold(@TargetAggregateIdentifier CaseId caseFile, String reason) implements CaseCommand {
        @Override
        public LegalHoldReleased event() {
            return new LegalHoldReleased(caseFile, reason);
        }
    }

    /** Records that a deadline passed. */
    record RecordMissedDeadline(@TargetAggregateIdentifier CaseId caseFile, CaseDeadlineMissed event)
            implements CaseCommand {}
}
