/** Exhibits: how they enter custody, change hands, and leave. The rules stand in {@link casebook.command.exhibit.ExhibitDecider}. */
@NullMarked
package casebook.command.exhibit;

import org.jspecify.annotations.NullMarked;
