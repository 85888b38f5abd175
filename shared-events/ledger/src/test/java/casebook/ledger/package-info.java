@NullMarked
package casebook.ledger;

import org.jspecify.annotations.NullMarked;
