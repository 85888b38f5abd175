@NullMarked
package casebook.query.incidents.web;

import org.jspecify.annotations.NullMarked;
