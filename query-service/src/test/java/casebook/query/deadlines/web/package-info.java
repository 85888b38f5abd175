@NullMarked
package casebook.query.deadlines.web;

import org.jspecify.annotations.NullMarked;
