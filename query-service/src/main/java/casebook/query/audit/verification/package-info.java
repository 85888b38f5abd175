/** Verifies the whole ledger on demand. */
@NullMarked
package casebook.query.audit.verification;

import org.jspecify.annotations.NullMarked;
