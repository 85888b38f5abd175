@NullMarked
package casebook.query.access;

import org.jspecify.annotations.NullMarked;
