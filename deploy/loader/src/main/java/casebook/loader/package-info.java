/** Sends a file of filings to the command service, from the command line. */
@NullMarked
package casebook.loader;

import org.jspecify.annotations.NullMarked;
