@NullMarked
package casebook.command.attachment;

import org.jspecify.annotations.NullMarked;
