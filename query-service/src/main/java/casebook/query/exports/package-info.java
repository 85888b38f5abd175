/** What leaves the service as a file: how it is asked for, what stands in it, and how it is written while it is sent. */
@NullMarked
package casebook.query.exports;

import org.jspecify.annotations.NullMarked;
