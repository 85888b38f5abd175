package casebook.query.statistics.projection;

/**
 * A version as it is stored.
 *
 * @param from index of the event that made it
 * @param to index of the event that made the next one; {@link Long#MAX_VALUE} while there is none
 */
public record StoredVersion<F>(long from, long to, F facts) {}
