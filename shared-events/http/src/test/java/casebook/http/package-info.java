@NullMarked
package casebook.http;

import org.jspecify.annotations.NullMarked;
