@NullMarked
package casebook.command;

import org.jspecify.annotations.NullMarked;
