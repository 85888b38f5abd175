@NullMarked
package casebook.benchmarks;

import org.jspecify.annotations.NullMarked;
