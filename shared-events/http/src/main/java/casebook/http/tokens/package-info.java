/** Bearer tokens of an OpenID Connect issuer: with which keys, and what else, they are verified. */
@NullMarked
package casebook.http.tokens;

import org.jspecify.annotations.NullMarked;
