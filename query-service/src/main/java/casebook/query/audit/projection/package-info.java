/** Remembers which incidents were ever in which case. */
@NullMarked
package casebook.query.audit.projection;

import org.jspecify.annotations.NullMarked;
