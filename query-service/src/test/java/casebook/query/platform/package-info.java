@NullMarked
package casebook.query.platform;

import org.jspecify.annotations.NullMarked;
