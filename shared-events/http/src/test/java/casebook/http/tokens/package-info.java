@NullMarked
package casebook.http.tokens;

import org.jspecify.annotations.NullMarked;
