package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * Who was offered an exhibit received it, and is its custodian from then on.
 *
 * @param quantity all that is held, as the receiver stated it
 * @param from the custodian of before, as the receiver stated it
 * @param to the receiver, by name
 */
@StoredAs("CustodyReceived")
public record CustodyReceived(
        ExhibitId exhibit,
        @Nullable Quantity quantity,
        @Nullable Unit unit,
        @Nullable String from,
        String to,
        String reason)
        implements ExhibitEvent {}
