/** What is overdue, of incidents, cases and exhibits together. */
@NullMarked
package casebook.query.deadlines;

import org.jspecify.annotations.NullMarked;
