package casebook.loader;

/** The service could not be reached or stopped answering. Sending again is harmless. */
final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(String message) {
        super(message);
    }
}
