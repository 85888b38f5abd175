/** How every command is decided: its terms, its outcome, and the recognition of repeats. */
@NullMarked
package casebook.command.handling;

import org.jspecify.annotations.NullMarked;
