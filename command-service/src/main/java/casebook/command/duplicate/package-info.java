/** Which reports may tell of the same incident. */
@NullMarked
package casebook.command.duplicate;

import org.jspecify.annotations.NullMarked;
