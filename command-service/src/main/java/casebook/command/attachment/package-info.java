/** The files of exhibits: kept, named in the ledger, and looked after. */
@NullMarked
package casebook.command.attachment;

import org.jspecify.annotations.NullMarked;
