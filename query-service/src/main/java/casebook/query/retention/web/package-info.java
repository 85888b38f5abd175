@NullMarked
package casebook.query.retention.web;

import org.jspecify.annotations.NullMarked;
