@NullMarked
package casebook.events;

import org.jspecify.annotations.NullMarked;
