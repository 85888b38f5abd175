@NullMarked
package casebook.command.exhibit;

import org.jspecify.annotations.NullMarked;
