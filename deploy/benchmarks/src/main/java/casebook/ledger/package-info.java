/** What the benchmarks need of the ledger's inside. */
@NullMarked
package casebook.ledger;

import org.jspecify.annotations.NullMarked;
