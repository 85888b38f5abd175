@NullMarked
package casebook.query.statistics;

import org.jspecify.annotations.NullMarked;
