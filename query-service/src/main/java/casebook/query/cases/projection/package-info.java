@NullMarked
package casebook.query.cases.projection;

import org.jspecify.annotations.NullMarked;
