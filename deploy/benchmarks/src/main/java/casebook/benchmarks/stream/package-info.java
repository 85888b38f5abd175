/** How thousands of listeners are told of changes. */
@NullMarked
package casebook.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
