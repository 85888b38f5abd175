@NullMarked
package casebook.query.cases.web;

import org.jspecify.annotations.NullMarked;
