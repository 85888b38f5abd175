/** Whose personal data was kept as long as the rules say, and may be erased. */
@NullMarked
package casebook.query.retention;

import org.jspecify.annotations.NullMarked;
