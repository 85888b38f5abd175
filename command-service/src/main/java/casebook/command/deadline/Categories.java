package casebook.command.deadline;

import casebook.events.Category;
import org.jspecify.annotations.Nullable;

/** Knows what kind of incident something is about. */
@FunctionalInterface
interface Categories {

    /** The category as it was filed; of a case, that of its first incident; null where nothing is known. */
    @Nullable
    Category of(String aggregate);
}
