package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * What is held of an exhibit was weighed, measured or counted. It changes no balance.
 *
 * @param from the custodian, where the one who acted named him
 * @param to who did it or got it, where it was stated
 */
@StoredAs("ExhibitWeighed")
public record ExhibitWeighed(
        ExhibitId exhibit,
        Quantity quantity,
        Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason) implements ExhibitEvent {}
