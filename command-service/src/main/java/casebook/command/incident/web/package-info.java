/** The addresses under which incidents are written, one at a time or in batches. */
@NullMarked
package casebook.command.incident.web;

import org.jspecify.annotations.NullMarked;
