@NullMarked
package casebook.command.incident;

import org.jspecify.annotations.NullMarked;
