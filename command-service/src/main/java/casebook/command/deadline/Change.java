package casebook.command.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event does to the deadlines that are open. Made once or several times in a row, the changes of a stream leave the same. */
sealed interface Change {

    /**
     * It runs, in the place of what ran under the same name.
     *
     * @param clock the sequence number of the event that began it
     * @param allowed how long it runs when it runs again
     * @param transfer which offer it is that waits for its receiver
     */
    record Begin(
            Deadline deadline,
            long clock,
            Instant due,
            Duration allowed,
            @Nullable UUID transfer) implements Change {}

    /** It was kept, or recorded as missed. */
    record End(Deadline deadline) implements Change {}

    /** Nothing is owed any more. */
    record EndAll(String aggregate) implements Change {}

    /** It does not run for now. */
    record Rest(Deadline deadline, Reason reason) implements Change {}

    /** What rests for this reason has a new clock from this instant on, which runs if there is no other reason to rest. */
    record RunAgain(Deadline deadline, Reason reason, long clock, Instant from) implements Change {}

    /** Why a deadline does not run. */
    enum Reason {
        /** What is owed was done, or is another's turn. */
        DONE,
        /** Its case went into another one. */
        MERGED,
        /** Its breach was put to its aggregate: until it has a new clock there is nothing to say. */
        PUT
    }
}
