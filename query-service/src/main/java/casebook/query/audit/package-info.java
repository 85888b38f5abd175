/** What an auditor reads: the ledger itself, line by line. */
@NullMarked
package casebook.query.audit;

import org.jspecify.annotations.NullMarked;
