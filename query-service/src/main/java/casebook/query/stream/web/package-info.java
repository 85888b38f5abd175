@NullMarked
package casebook.query.stream.web;

import org.jspecify.annotations.NullMarked;
