@NullMarked
package casebook.command.deadline;

import org.jspecify.annotations.NullMarked;
