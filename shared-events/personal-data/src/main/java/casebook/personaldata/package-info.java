/** The key store: every person's data is encrypted under a key of that person's own, and forgotten by destroying it. */
@NullMarked
package casebook.personaldata;

import org.jspecify.annotations.NullMarked;
