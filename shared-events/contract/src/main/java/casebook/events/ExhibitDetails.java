package casebook.events;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit as its events tell it: the state that commands are judged on and that views show.
 *
 * @param stationProvince the province that the incident's station belonged to when the incident was filed
 * @param custodians everybody who held it, in order, the present custodian last
 * @param offer the transfer that is neither received nor refused yet
 * @param file the newest attached version
 * @param altered the attached versions whose bytes were found to be others
 */
public record ExhibitDetails(
        IncidentId incident,
        StationCode station,
        ProvinceCode stationProvince,
        @Nullable SeizureId seizure,
        String description,
        @Nullable Sha256 sha256,
        Balance balance,
        List<String> custodians,
        @Nullable Offer offer,
        @Nullable ExhibitFileAttached file,
        List<FileId> altered) {

    /**
     * A transfer that waits for its receiver.
     *
     * @param overdue whether it was recorded that the receiver did not answer in time
     */
    public record Offer(TransferId transfer, String to, boolean overdue) {}

    /** Collections that the stored text leaves out are empty. */
    public ExhibitDetails {
        custodians = List.copyOf(custodians);
        altered = altered == null ? List.of() : List.copyOf(altered);
    }

    public static ExhibitDetails of(ExhibitEntered entered) {
        return new ExhibitDetails(
                entered.incident(),
                entered.station(),
                entered.stationProvince(),
                entered.seizure(),
                entered.description(),
                entered.sha256(),
                Balance.of(entered.quantity(), entered.unit()),
                List.of(entered.custodian()),
                null,
                null,
                List.of());
    }

    /** The exhibit after a further event of its stream. */
    public ExhibitDetails after(ExhibitEvent event) {
        return switch (event) {
            case ExhibitEntered entered -> of(entered);
            case CustodyTransferOffered offered -> held(custodians, new Offer(offered.transfer(), offered.to(), false));
            case CustodyReceived received -> held(and(custodians, received.to()), null);
            case CustodyRefused _ -> held(custodians, null);
            case ExhibitDeadlineMissed missed -> held(custodians, overdue(missed));
            case ExhibitWeighed _, CustodyDiscrepancy _ -> this;
            case ExhibitSampled sampled -> with(balance.sample(sampled.quantity(), sampled.unit()));
            case ExhibitDestroyed destroyed -> with(balance.destroy(destroyed.quantity(), destroyed.unit()));
            case ExhibitReleased released -> with(balance.release(released.quantity(), released.unit()));
            case ExhibitFileAttached attached -> kept(attached, altered);
            case ExhibitFileAltered found -> kept(file, and(altered, found.file()));
        };
    }

    public CustodyStatus status() {
        if (offer != null) {
            return CustodyStatus.OFFERED;
        }
        return balance.leavesNothing() ? CustodyStatus.ENDED : CustodyStatus.HELD;
    }

    public String custodian() {
        return custodians.getLast();
    }

    /** The last two, the present one last; one alone where the exhibit never changed hands. */
    public List<String> lastCustodians() {
        return custodians.subList(Math.max(0, custodians.size() - 2), custodians.size());
    }

    /**
     * What keeps somebody from doing this; empty if it may be done. The quantity that is stated then still has to be there.
     *
     * @param by who would act, by name
     * @param command whether as a command, which may order a transfer and end one in place of those concerned
     */
    public Optional<CustodyHindrance> hindrance(ExhibitAction action, String by, boolean command) {
        return Optional.ofNullable(
                switch (action) {
                    case TRANSFER -> hindranceToOffering(command || by.equals(custodian()));
                    case RECEIVE -> hindranceToAnswering(isOfferedTo(by));
                    case REFUSE -> hindranceToAnswering(command || isOfferedTo(by) || by.equals(custodian()));
                    case SAMPLE, DESTROY, RELEASE -> balance.leavesNothing() ? CustodyHindrance.NOTHING_HELD : null;
                    case WEIGH -> null;
                });
    }

    /** What this person may do, as {@code allowedActions} lists it; the parameters as those of {@link #hindrance}. */
    public List<String> allowedActions(String by, boolean command) {
        return Stream.of(ExhibitAction.values())
                .filter(action -> hindrance(action, by, command).isEmpty())
                .map(ExhibitAction::code)
                .toList();
    }

    private @Nullable CustodyHindrance hindranceToOffering(boolean mayOffer) {
        if (offer != null) {
            return CustodyHindrance.TRANSFER_PENDING;
        }
        if (!mayOffer) {
            return CustodyHindrance.NOT_THE_CUSTODIAN;
        }
        return balance.leavesNothing() ? CustodyHindrance.NOTHING_HELD : null;
    }

    private @Nullable CustodyHindrance hindranceToAnswering(boolean mayAnswer) {
        if (offer == null) {
            return CustodyHindrance.NO_TRANSFER_PENDING;
        }
        return mayAnswer ? null : CustodyHindrance.NOT_THE_RECEIVER;
    }

    private boolean isOfferedTo(String name) {
        return offer != null && offer.to().equals(name);
    }

    /** Whether the receiver of this transfer has not answered yet. */
    public boolean awaits(TransferId transfer) {
        return offer != null && offer.transfer().equals(transfer);
    }

    private @Nullable Offer overdue(ExhibitDeadlineMissed missed) {
        return offer != null && awaits(missed.transfer()) ? new Offer(offer.transfer(), offer.to(), true) : offer;
    }

    private static <T> List<T> and(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    private ExhibitDetails held(List<String> by, @Nullable Offer nextOffer) {
        return new ExhibitDetails(
                incident,
                station,
                stationProvince,
                seizure,
                description,
                sha256,
                balance,
                by,
                nextOffer,
                file,
                altered);
    }

    private ExhibitDetails with(Balance nextBalance) {
        return new ExhibitDetails(
                incident,
                station,
                stationProvince,
                seizure,
                description,
                sha256,
                nextBalance,
                custodians,
                offer,
                file,
                altered);
    }

    private ExhibitDetails kept(@Nullable ExhibitFileAttached newest, List<FileId> found) {
        return new ExhibitDetails(
                incident,
                station,
                stationProvince,
                seizure,
                description,
                sha256,
                balance,
                custodians,
                offer,
                newest,
                found);
    }
}
