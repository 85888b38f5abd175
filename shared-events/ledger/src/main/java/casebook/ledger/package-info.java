/**
 * Axon's event storage engine on MongoDB: an append-only ledger whose events have contiguous indexes and whose every commit carries
 * the Merkle root over all events up to it. The terms and the invariants are in {@code docs/ledger.md}.
 */
@NullMarked
package casebook.ledger;

import org.jspecify.annotations.NullMarked;
