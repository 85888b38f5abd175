/** The ledger over HTTP, for AUDITOR. */
@NullMarked
package casebook.query.audit.web;

import org.jspecify.annotations.NullMarked;
