/** How much one client may ask of a service, and how long it may take to say it. */
@NullMarked
package casebook.http.limits;

import org.jspecify.annotations.NullMarked;
