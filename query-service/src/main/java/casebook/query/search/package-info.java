/** How what was written is found again by words. */
@NullMarked
package casebook.query.search;

import org.jspecify.annotations.NullMarked;
