/** The addresses under which exhibits are written. */
@NullMarked
package casebook.command.exhibit.web;

import org.jspecify.annotations.NullMarked;
