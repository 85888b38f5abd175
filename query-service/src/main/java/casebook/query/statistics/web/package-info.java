/** The statistics over HTTP. */
@NullMarked
package casebook.query.statistics.web;

import org.jspecify.annotations.NullMarked;
