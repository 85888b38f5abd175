@NullMarked
package casebook.verify;

import org.jspecify.annotations.NullMarked;
