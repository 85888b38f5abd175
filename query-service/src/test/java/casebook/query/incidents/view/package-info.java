@NullMarked
package casebook.query.incidents.view;

import org.jspecify.annotations.NullMarked;
