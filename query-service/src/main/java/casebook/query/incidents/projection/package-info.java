@NullMarked
package casebook.query.incidents.projection;

import org.jspecify.annotations.NullMarked;
