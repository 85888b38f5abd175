@NullMarked
package casebook.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
