package casebook.query.stream;

import java.util.Locale;

/** Why a listener is not told anything any more. */
enum Ending {
    /** The connection has not taken for too long what was written to it. */
    SLOW,
    /** The token is not in its time any more. */
    EXPIRED,
    /** The service stops. */
    CLOSING;

    /** As it is told and counted. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
