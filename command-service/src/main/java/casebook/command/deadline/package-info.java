/** What is due, and what was not done in time. */
@NullMarked
package casebook.command.deadline;

import org.jspecify.annotations.NullMarked;
