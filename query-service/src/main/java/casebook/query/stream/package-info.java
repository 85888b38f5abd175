/** Every change as it is projected: read once for all who listen, and told to each as far as that caller may see it. */
@NullMarked
package casebook.query.stream;

import org.jspecify.annotations.NullMarked;
