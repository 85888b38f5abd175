@NullMarked
package casebook.transparency;

import org.jspecify.annotations.NullMarked;
