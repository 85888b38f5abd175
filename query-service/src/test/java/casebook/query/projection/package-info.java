@NullMarked
package casebook.query.projection;

import org.jspecify.annotations.NullMarked;
