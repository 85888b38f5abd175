/** Erasing what names persons: decided in the ledger first, carried out on the key, and completed whatever dies in between. */
@NullMarked
package casebook.command.personaldata;

import org.jspecify.annotations.NullMarked;
