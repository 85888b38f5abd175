@NullMarked
package casebook.query.exhibits.projection;

import org.jspecify.annotations.NullMarked;
