/** The address under which stations are written. */
@NullMarked
package casebook.command.station.web;

import org.jspecify.annotations.NullMarked;
