package casebook.ledger;

import java.util.List;

/**
 * A commit, or those of its events that were asked for.
 *
 * @param index the index of the commit's first event
 * @param lines the events' lines
 */
record StoredCommit(long index, List<String> lines) {}
