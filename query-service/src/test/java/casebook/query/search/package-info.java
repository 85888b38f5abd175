@NullMarked
package casebook.query.search;

import org.jspecify.annotations.NullMarked;
