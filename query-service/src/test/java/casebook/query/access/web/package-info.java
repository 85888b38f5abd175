@NullMarked
package casebook.query.access.web;

import org.jspecify.annotations.NullMarked;
