package casebook.command.casefile;

import casebook.events.CaseAssigned;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentStatus;
import casebook.events.IncidentUnlinked;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
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
}
