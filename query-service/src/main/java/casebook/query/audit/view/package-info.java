/** Reads lines of the ledger. */
@NullMarked
package casebook.query.audit.view;

import org.jspecify.annotations.NullMarked;
