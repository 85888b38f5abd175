/** Who looked at personal data, and who took what out: a log of its own, and the answers from it. */
@NullMarked
package casebook.query.access;

import org.jspecify.annotations.NullMarked;
