/** Follows the ledger behind the commands: what the command side derives from events, on one instance at a time. */
@NullMarked
package casebook.command.following;

import org.jspecify.annotations.NullMarked;
