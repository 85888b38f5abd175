/**
 * The ledger's Merkle tree as tiles: full ones are kept, whatever else is asked for follows from them and the newest lines. Every method
 * blocks.
 */
@NullMarked
package casebook.query.audit.tiles;

import org.jspecify.annotations.NullMarked;
