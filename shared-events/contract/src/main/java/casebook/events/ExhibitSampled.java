package casebook.events;

import org.jspecify.annotations.Nullable;

/**
 * A sample was taken from an exhibit.
 *
 * @param from the custodian, where the one who acted named him
 * @param to who did it or got it, where it was stated
 */
@StoredAs("ExhibitSampled")
public record ExhibitSampled(
        ExhibitId exhibit,
        Quantity quantity,
        Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason) implements ExhibitEvent {}
