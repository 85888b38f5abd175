/** Exhibits as the ledger tells them: one pure fold, which the read model and the chain of custody share. */
@NullMarked
package casebook.query.exhibits;

import org.jspecify.annotations.NullMarked;
