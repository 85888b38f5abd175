/** How fast the query service answers over many incidents, and where those come from. */
@NullMarked
package casebook.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
