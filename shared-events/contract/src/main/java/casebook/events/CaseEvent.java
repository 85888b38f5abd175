package casebook.events;

/** What can happen to a case file. */
public sealed interface CaseEvent extends CasebookEvent
        permits CaseOpened,
                IncidentLinked,
                IncidentUnlinked,
                CaseAssigned,
                NoteAdded,
                CaseMoved,
                ReferralSent,
                ReferralAnswered,
                CaseMerged,
                CaseUnmerged,
                CaseAbsorbed,
                CaseSeparated,
                CaseSealed,
                CaseUnsealed,
                LegalHoldPlaced,
                LegalHoldReleased,
                CaseDeadlineMissed {

    /** The case file that it happened to. */
    CaseId caseFile();
}
