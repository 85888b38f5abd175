package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * The custodian offered all that is held to somebody else. Custody and balance stay as they are until that person receives it.
 *
 * @param quantity all that is held, as the giver stated it
 * @param from the custodian, as the giver stated it
 * @param to who is to receive it, by name
 */
@StoredAs("CustodyTransferOffered")
public record CustodyTransferOffered(
        ExhibitId exhibit,
        TransferId transfer,
        @Nullable Quantity quantity,
        @Nullable Unit unit,
        @Nullable String from,
        String to,
        String reason)
        implements ExhibitEvent {}
