package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * Some or all of an exhibit left custody: given back, handed on or sold.
 *
 * @param from the custodian, where the one who acted named him
 * @param to who did it or got it, where it was stated
 */
@StoredAs("ExhibitReleased")
public record ExhibitReleased(
        ExhibitId exhibit,
        Quantity quantity,
        Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason) implements ExhibitEvent {}
