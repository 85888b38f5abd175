/** The bundle for a court: events of a case with all that is needed to check them without this system. */
@NullMarked
package casebook.query.audit.bundle;

import org.jspecify.annotations.NullMarked;
