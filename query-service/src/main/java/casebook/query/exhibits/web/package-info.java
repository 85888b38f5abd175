@NullMarked
package casebook.query.exhibits.web;

import org.jspecify.annotations.NullMarked;
