package casebook.command.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event does to the deadlines that are open. Made once or several times in a row, a change leaves the same. */
sealed interface Change {

    /**
     * It runs, in the place of what ran under the same name.
     *
     * @param allowed how long it runs when it runs again
     * @param transfer which offer it is that waits for its receiver
     */
    record Begin(
            Deadline deadline,
            Instant due,
            Duration allowed,
            @Nullable UUID transfer) implements Change {}

    /** It was kept, or recorded as missed. */
    record End(Deadline deadline) implements Change {}

    /** Nothing is owed any more. */
    record EndAll(String aggregate) implements Change {}

    /** Nothing is owed for now. */
    record Rest(Deadline deadline) implements Change {}

    /** What rests runs again, from this instant on. */
    record RunAgain(Deadline deadline, Instant from) implements Change {}
}
