/**
 * Keeps the facts of every incident and case, version by version, and the sums, by years, months and days, of the versions that count now. The
 * documents are written and read here alone.
 */
@NullMarked
package casebook.query.statistics.projection;

import org.jspecify.annotations.NullMarked;
