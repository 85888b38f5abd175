package casebook.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * No definite answer came within the time that a caller waits: the events may be in the ledger, or come into it, or not. It is safe
 * to append the same events again: if they are there, that is a conflict.
 */
public final class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(Duration waited, @Nullable Throwable cause) {
        super("The ledger gave no definite answer within " + waited, cause);
    }

    OutcomeUnknown(Throwable cause) {
        super("The ledger gave no definite answer", cause);
    }
}
