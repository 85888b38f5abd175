package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * Some or all of an exhibit was destroyed.
 *
 * @param from the custodian, where the one who acted named him
 * @param to who did it or got it, where it was stated
 */
@StoredAs("ExhibitDestroyed")
public record ExhibitDestroyed(
        ExhibitId exhibit,
        Quantity quantity,
        Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason) implements ExhibitEvent {}
