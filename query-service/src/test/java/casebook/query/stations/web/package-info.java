@NullMarked
package casebook.query.stations.web;

import org.jspecify.annotations.NullMarked;
