@NullMarked
package casebook.query.stream;

import org.jspecify.annotations.NullMarked;
