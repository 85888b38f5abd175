@NullMarked
package casebook.query.stations.projection;

import org.jspecify.annotations.NullMarked;
