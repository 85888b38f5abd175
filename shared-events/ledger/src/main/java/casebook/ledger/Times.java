package casebook.ledger;

import java.time.Instant;

/** Instants in milliseconds since the epoch, as the ledger keeps them; those beyond that range are its ends. */
final class Times {

    /** MongoDB's dates are 64-bit numbers; one is kept free at each end, so that a time has a neighbour. */
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE + 1);

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE - 1);

    private Times() {}

    static long floor(Instant instant) {
        return within(instant).toEpochMilli();
    }

    static long ceiling(Instant instant) {
        return within(within(instant).plusNanos(999_999)).toEpochMilli();
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }
}
