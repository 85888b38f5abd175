package casebook.query.stream;

import casebook.http.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to hear.
 *
 * @param after the position from which on
 * @param named whether the client named that position itself
 * @param until the position at which it ends, once all up to there has been told
 * @param expiry when the caller's token stops being believed; null if it does not
 */
public record Wish(
        Caller caller,
        long after,
        boolean named,
        long until,
        @Nullable Instant expiry) {}
