@NullMarked
package casebook.command.handling;

import org.jspecify.annotations.NullMarked;
