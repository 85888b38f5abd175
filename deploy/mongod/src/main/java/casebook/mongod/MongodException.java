package casebook.mongod;

import org.jspecify.annotations.Nullable;

/** MongoDB could not be found, started or stopped. The message is meant for the person at the terminal. */
public final class MongodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MongodException(String message) {
        super(message);
    }

    MongodException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
