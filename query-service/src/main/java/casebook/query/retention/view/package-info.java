@NullMarked
package casebook.query.retention.view;

import org.jspecify.annotations.NullMarked;
