package casebook.command.exhibit;

import casebook.events.Quantity;
import casebook.events.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who acts on an exhibit states, and the reason.
 *
 * @param by who acts, by name
 */
record Statement(
        @Nullable Quantity quantity,
        @Nullable Unit unit,
        @Nullable String from,
        @Nullable String to,
        String reason,
        String by) {}
