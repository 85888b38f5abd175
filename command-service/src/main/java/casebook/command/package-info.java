/** The command service: takes every write. */
@NullMarked
package casebook.command;

import org.jspecify.annotations.NullMarked;
