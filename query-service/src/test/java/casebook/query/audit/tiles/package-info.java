@NullMarked
package casebook.query.audit.tiles;

import org.jspecify.annotations.NullMarked;
