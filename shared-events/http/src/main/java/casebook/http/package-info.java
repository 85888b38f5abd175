/** What the HTTP edges of both services have in common: who calls, what the caller may see, and how a refusal is said. */
@NullMarked
package casebook.http;

import org.jspecify.annotations.NullMarked;
