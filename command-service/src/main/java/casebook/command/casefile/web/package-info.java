/** The addresses under which cases are written. */
@NullMarked
package casebook.command.casefile.web;

import org.jspecify.annotations.NullMarked;
