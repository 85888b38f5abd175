@NullMarked
package casebook.query.deadlines.view;

import org.jspecify.annotations.NullMarked;
