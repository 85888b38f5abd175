/** The address under which personal data is erased. */
@NullMarked
package casebook.command.personaldata.web;

import org.jspecify.annotations.NullMarked;
