/** Who sees what: every endpoint for every kind of caller. */
@NullMarked
package casebook.query.scope;

import org.jspecify.annotations.NullMarked;
