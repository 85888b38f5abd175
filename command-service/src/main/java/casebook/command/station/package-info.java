/** The register of stations. */
@NullMarked
package casebook.command.station;

import org.jspecify.annotations.NullMarked;
