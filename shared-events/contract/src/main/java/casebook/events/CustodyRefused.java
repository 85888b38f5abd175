package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * An offer of an exhibit ended without a receipt: the receiver refused it, or it was withdrawn. Custody stays as it was.
 *
 * @param quantity all that is held, as whoever refused stated it
 * @param from the custodian, as whoever refused stated it
 * @param to the intended receiver, as whoever refused stated it
 */
@StoredAs("CustodyRefused")
public record CustodyRefused(
        ExhibitId exhibit,
        @Nullable Quantity quantity,
        @Nullable Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason)
        implements ExhibitEvent {}
