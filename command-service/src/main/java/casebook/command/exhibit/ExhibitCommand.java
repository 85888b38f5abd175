package casebook.command.exhibit;

import casebook.events.CustodyReceived;
import casebook.events.CustodyRefused;
import casebook.events.CustodyTransferOffered;
import casebook.events.ExhibitAction;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitEvent;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitId;
import casebook.events.ExhibitReleased;
import casebook.events.ExhibitSampled;
import casebook.events.ExhibitWeighed;
import casebook.events.FileId;
import casebook.events.Quantity;
import casebook.events.Sha256;
import casebook.events.TransferId;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an exhibit in custody. */
sealed interface ExhibitCommand {

    ExhibitId exhibit();

    /** What is done with an exhibit by somebody who says so. */
    sealed interface Handling extends ExhibitCommand {

        ExhibitAction action();

        Statement statement();

        /** Whether a command orders it, in place of those whom it concerns. */
        default boolean byCommand() {
            return false;
        }

        /** The event that the command asks for. */
        ExhibitEvent event();
    }

    /** What states how much. */
    sealed interface Measured extends Handling {

        default Quantity quantity() {
            return Objects.requireNonNull(statement().quantity());
        }

        default Unit unit() {
            return Objects.requireNonNull(statement().unit());
        }
    }

    /** Offers all that is held to somebody else. */
    record OfferExhibit(
            @TargetAggregateIdentifier ExhibitId exhibit, TransferId transfer, Statement statement, boolean byCommand)
            implements Handling {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.TRANSFER;
        }

        @Override
        public CustodyTransferOffered event() {
            return new CustodyTransferOffered(
                    exhibit,
                    transfer,
                    statement.quantity(),
                    statement.unit(),
                    statement.from(),
                    Objects.requireNonNull(statement.to()),
                    statement.reason());
        }
    }

    /** Receives what was offered: who acts becomes the custodian. */
    record ReceiveExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement) implements Handling {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.RECEIVE;
        }

        @Override
        public CustodyReceived event() {
            return new CustodyReceived(
                    exhibit,
                    statement.quantity(),
                    statement.unit(),
                    statement.from(),
                    Objects.requireNonNullElse(statement.to(), statement.by()),
                    statement.reason());
        }
    }

    /** Refuses what was offered, or withdraws the offer. */
    record RefuseExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement, boolean byCommand)
            implements Handling {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.REFUSE;
        }

        @Override
        public CustodyRefused event() {
            return new CustodyRefused(
                    exhibit,
                    statement.quantity(),
                    statement.unit(),
                    statement.from(),
                    statement.to(),
                    statement.reason());
        }
    }

    /**
     * Weighs, measures or counts what is held.
     *
     * @param tolerance the greatest share of what is held that it may differ by
     */
    record WeighExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement, BigDecimal tolerance)
            implements Measured {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.WEIGH;
        }

        @Override
        public ExhibitWeighed event() {
            return new ExhibitWeighed(
                    exhibit, quantity(), unit(), statement.from(), statement.to(), statement.reason());
        }
    }

    /** Takes a sample. */
    record SampleExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement) implements Measured {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.SAMPLE;
        }

        @Override
        public ExhibitSampled event() {
            return new ExhibitSampled(
                    exhibit, quantity(), unit(), statement.from(), statement.to(), statement.reason());
        }
    }

    /** Destroys some or all. */
    record DestroyExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement) implements Measured {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.DESTROY;
        }

        @Override
        public ExhibitDestroyed event() {
            return new ExhibitDestroyed(
                    exhibit, quantity(), unit(), statement.from(), statement.to(), statement.reason());
        }
    }

    /** Lets some or all leave custody. */
    record ReleaseExhibit(@TargetAggregateIdentifier ExhibitId exhibit, Statement statement) implements Measured {
        @Override
        public ExhibitAction action() {
            return ExhibitAction.RELEASE;
        }

        @Override
        public ExhibitReleased event() {
            return new ExhibitReleased(
                    exhibit, quantity(), unit(), statement.from(), statement.to(), statement.reason());
        }
    }

    /** Attaches a file that is kept already, complete. */
    record AttachFile(
            @TargetAggregateIdentifier ExhibitId exhibit, FileId file, Sha256 sha256, long bytes, String mediaType)
            implements ExhibitCommand {}

    /** Records that the bytes kept for a file are not those that were attached. */
    record RecordAlteredFile(@TargetAggregateIdentifier ExhibitId exhibit, ExhibitFileAltered event)
            implements ExhibitCommand {}

    /** Records that an offer was not answered in time. */
    record RecordMissedDeadline(@TargetAggregateIdentifier ExhibitId exhibit, ExhibitDeadlineMissed event)
            implements ExhibitCommand {}
}
