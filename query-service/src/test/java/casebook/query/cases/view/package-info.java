@NullMarked
package casebook.query.cases.view;

import org.jspecify.annotations.NullMarked;
