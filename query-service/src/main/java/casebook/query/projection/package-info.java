/**
 * The machinery that turns the ledger into read models. A projection is a deterministic fold of the ledger into documents; every
 * document holds the position that it reflects, and an event is applied to it only once. See {@link casebook.query.projection.Projection}.
 */
@NullMarked
package casebook.query.projection;

import org.jspecify.annotations.NullMarked;
