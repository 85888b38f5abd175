@NullMarked
package casebook.query;

import org.jspecify.annotations.NullMarked;
