/** Both services and MongoDB in one program, for one machine. */
@NullMarked
package casebook.standalone;

import org.jspecify.annotations.NullMarked;
