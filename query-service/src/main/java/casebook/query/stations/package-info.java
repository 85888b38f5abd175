/** The register of stations, and how timely each reports. */
@NullMarked
package casebook.query.stations;

import org.jspecify.annotations.NullMarked;
