@NullMarked
package casebook.command.casefile;

import org.jspecify.annotations.NullMarked;
