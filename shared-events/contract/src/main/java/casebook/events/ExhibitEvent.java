package casebook.events;

/** What can happen to an exhibit in custody. */
public sealed interface ExhibitEvent extends CasebookEvent
        permits ExhibitEntered,
                CustodyTransferOffered,
                CustodyReceived,
                CustodyRefused,
                ExhibitWeighed,
                CustodyDiscrepancy,
                ExhibitSampled,
                ExhibitDestroyed,
                ExhibitReleased,
                ExhibitFileAttached,
                ExhibitFileAltered,
                ExhibitDeadlineMissed {

    ExhibitId exhibit();
}
