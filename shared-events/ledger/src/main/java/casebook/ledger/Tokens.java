package casebook.ledger;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** A token is the index of the last event that was seen; -1 stands before the first event. */
final class Tokens {

    private Tokens() {}

    /** Has a stream start with the event of the index. */
    static TrackingToken before(long index) {
        return new GlobalSequenceTrackingToken(index - 1);
    }

    /**
     * The index of the first event that the token's owner has not seen.
     *
     * @throws IllegalArgumentException if the token is not one of this ledger
     */
    static long indexAfter(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken seen -> seen.getGlobalIndex() + 1;
            case TrackingToken other -> throw new IllegalArgumentException("Not a token of the ledger: " + other);
        };
    }
}
