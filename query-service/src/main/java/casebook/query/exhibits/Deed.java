package casebook.query.exhibits;

import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyReceived;
import casebook.events.CustodyRefused;
import casebook.events.CustodyTransferOffered;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitReleased;
import casebook.events.ExhibitSampled;
import casebook.events.ExhibitWeighed;
import casebook.events.Quantity;
import casebook.events.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an exhibit, as whoever did it stated it.
 *
 * @param quantity in {@code unit}
 * @param from who held it
 * @param to who got it, or was to get it
 */
public record Deed(
        CustodyAction action,
        @Nullable Quantity quantity,
        @Nullable Unit unit,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    public static Deed of(ExhibitEvent event) {
        return switch (event) {
            case ExhibitEntered e -> new Deed(CustodyAction.ENTER, e.quantity(), e.unit(), null, e.custodian(), null);
            case CustodyTransferOffered e ->
                new Deed(CustodyAction.TRANSFER, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case CustodyReceived e ->
                new Deed(CustodyAction.RECEIVE, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case CustodyRefused e ->
                new Deed(CustodyAction.REFUSE, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case ExhibitWeighed e ->
                new Deed(CustodyAction.WEIGH, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case ExhibitSampled e ->
                new Deed(CustodyAction.SAMPLE, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case ExhibitDestroyed e ->
                new Deed(CustodyAction.DESTROY, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case ExhibitReleased e ->
                new Deed(CustodyAction.RELEASE, e.quantity(), e.unit(), e.from(), e.to(), e.reason());
            case CustodyDiscrepancy _ -> found(CustodyAction.DISCREPANCY);
            case ExhibitDeadlineMissed _ -> found(CustodyAction.OVERDUE);
            case ExhibitFileAttached _ -> found(CustodyAction.ATTACH);
            case ExhibitFileAltered _ -> found(CustodyAction.ALTERED);
        };
    }

    private static Deed found(CustodyAction action) {
        return new Deed(action, null, null, null, null, null);
    }
}
