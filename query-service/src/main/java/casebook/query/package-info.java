/** The query service: reads the ledger into read models and answers every read. Features are packages; {@code projection} is the machinery. */
@NullMarked
package casebook.query;

import org.jspecify.annotations.NullMarked;
