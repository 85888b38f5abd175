/** Incidents as the ledger tells them: one pure fold, which the read model, the history and the view of an earlier moment share. */
@NullMarked
package casebook.query.incidents;

import org.jspecify.annotations.NullMarked;
