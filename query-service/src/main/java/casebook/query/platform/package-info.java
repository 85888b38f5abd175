/** What all features of the query service stand on: configuration and the shape of their HTTP. */
@NullMarked
package casebook.query.platform;

import org.jspecify.annotations.NullMarked;
