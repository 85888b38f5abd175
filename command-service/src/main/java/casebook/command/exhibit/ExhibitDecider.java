package casebook.command.exhibit;

import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.Handling;
import casebook.command.exhibit.ExhibitCommand.Measured;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.Decision;
import casebook.command.handling.Refusal;
import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyHindrance;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;

/** The rules of custody: who may do what with how much of an exhibit. */
final class ExhibitDecider {

    private ExhibitDecider() {}

    static Decision decide(Handling command, ExhibitDetails exhibit) {
        var stated = command.statement();
        if (stated.unit() != null && !exhibit.balance().isMeasuredLike(stated.unit())) {
            return Decision.refuse(new Refusal.Invalid("/unit", "other-dimension"));
        }
        if (stated.from() != null && !stated.from().equals(exhibit.custodian())) {
            return conflict(CustodyHindrance.NOT_THE_CUSTODIAN.code());
        }
        return exhibit.hindrance(command.action(), stated.by(), command.byCommand())
                .map(hindrance -> hindered(hindrance, exhibit))
                .orElseGet(() -> asStated(command, exhibit));
    }

    private static Decision hindered(CustodyHindrance hindrance, ExhibitDetails exhibit) {
        return switch (hindrance) {
            case NOTHING_HELD -> imbalance(exhibit);
            case TRANSFER_PENDING, NO_TRANSFER_PENDING, NOT_THE_CUSTODIAN, NOT_THE_RECEIVER ->
                conflict(hindrance.code());
        };
    }

    /** What is stated of who and how much must be right. */
    private static Decision asStated(Handling command, ExhibitDetails exhibit) {
        return switch (command) {
            case OfferExhibit offer ->
                exhibit.custodian().equals(offer.statement().to())
                        ? conflict("transfer-to-custodian")
                        : ifAll(offer.statement(), exhibit);
            case ReceiveExhibit receive -> answer(receive.statement(), exhibit);
            case RefuseExhibit refuse -> answer(refuse.statement(), exhibit);
            case WeighExhibit weigh -> weigh(weigh, exhibit);
            case SampleExhibit sample -> take(sample, exhibit);
            case DestroyExhibit destroy -> take(destroy, exhibit);
            case ReleaseExhibit release -> take(release, exhibit);
        };
    }

    /** The same bytes as the newest version's are attached once, unless what is kept of them was altered. */
    static Decision attach(ExhibitFileAttached attached, ExhibitDetails exhibit) {
        var newest = exhibit.file();
        return newest != null
                        && newest.sha256().equals(attached.sha256())
                        && !exhibit.altered().contains(newest.file())
                ? Decision.nothing()
                : Decision.happen();
    }

    static Decision recordAltered(ExhibitFileAltered found, ExhibitDetails exhibit) {
        return exhibit.altered().contains(found.file()) ? Decision.nothing() : Decision.happen();
    }

    static Decision recordMissed(ExhibitDeadlineMissed missed, ExhibitDetails exhibit) {
        var offer = exhibit.offer();
        if (offer == null || !offer.transfer().equals(missed.transfer())) {
            return conflict("deadline-met");
        }
        return offer.overdue() ? Decision.nothing() : Decision.happen();
    }

    private static Decision answer(Statement stated, ExhibitDetails exhibit) {
        var offer = exhibit.offer();
        return offer == null || stated.to() == null || stated.to().equals(offer.to())
                ? ifAll(stated, exhibit)
                : conflict(CustodyHindrance.NOT_THE_RECEIVER.code());
    }

    private static Decision weigh(WeighExhibit weigh, ExhibitDetails exhibit) {
        var balance = exhibit.balance();
        return balance.differs(weigh.quantity(), weigh.unit(), weigh.tolerance())
                ? Decision.happenWith(new CustodyDiscrepancy(
                        weigh.exhibit(),
                        balance.held(),
                        weigh.unit().toReported(weigh.quantity()),
                        balance.unit(),
                        weigh.tolerance(),
                        exhibit.lastCustodians()))
                : Decision.happen();
    }

    private static Decision take(Measured taking, ExhibitDetails exhibit) {
        return exhibit.balance().holds(taking.quantity(), taking.unit()) ? Decision.happen() : imbalance(exhibit);
    }

    private static Decision ifAll(Statement stated, ExhibitDetails exhibit) {
        return stated.quantity() == null
                        || stated.unit() == null
                        || exhibit.balance().isAll(stated.quantity(), stated.unit())
                ? Decision.happen()
                : imbalance(exhibit);
    }

    private static Decision imbalance(ExhibitDetails exhibit) {
        return Decision.refuse(new Refusal.CustodyImbalance(exhibit.balance()));
    }

    private static Decision conflict(String slug) {
        return Decision.refuse(new Refusal.Conflict(slug));
    }
}
