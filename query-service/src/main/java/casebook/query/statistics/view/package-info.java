/** Fills yearly tables from what the projection keeps. */
@NullMarked
package casebook.query.statistics.view;

import org.jspecify.annotations.NullMarked;
