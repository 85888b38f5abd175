@NullMarked
package casebook.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
