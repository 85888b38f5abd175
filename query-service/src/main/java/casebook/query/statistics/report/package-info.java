/** Yearly figures on paper. */
@NullMarked
package casebook.query.statistics.report;

import org.jspecify.annotations.NullMarked;
