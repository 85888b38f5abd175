@NullMarked
package casebook.query.stations.view;

import org.jspecify.annotations.NullMarked;
