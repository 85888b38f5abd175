@NullMarked
package casebook.query.exports;

import org.jspecify.annotations.NullMarked;
