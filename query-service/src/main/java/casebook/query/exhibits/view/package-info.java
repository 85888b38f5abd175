@NullMarked
package casebook.query.exhibits.view;

import org.jspecify.annotations.NullMarked;
