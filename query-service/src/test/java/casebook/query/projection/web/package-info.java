@NullMarked
package casebook.query.projection.web;

import org.jspecify.annotations.NullMarked;
