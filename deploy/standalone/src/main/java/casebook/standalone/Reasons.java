package casebook.standalone;

import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why the program could not start. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return "port " + inUse.getPort()
                        + " is in use; choose others by CASEBOOK_COMMAND_PORT and CASEBOOK_QUERY_PORT";
            }
            if (cause instanceof BindException) {
                return "a port is in use; choose others by CASEBOOK_COMMAND_PORT and CASEBOOK_QUERY_PORT";
            }
            root = cause;
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
