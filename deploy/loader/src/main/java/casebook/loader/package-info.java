@NullMarked
package casebook.loader;

import org.jspecify.annotations.NullMarked;
