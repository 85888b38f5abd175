@NullMarked
package casebook.command.duplicate;

import org.jspecify.annotations.NullMarked;
