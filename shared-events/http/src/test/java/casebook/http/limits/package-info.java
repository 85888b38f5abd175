@NullMarked
package casebook.http.limits;

import org.jspecify.annotations.NullMarked;
