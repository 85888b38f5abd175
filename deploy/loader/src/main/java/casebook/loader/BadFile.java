package casebook.loader;

/** A file that the user named cannot be used; the message names the file and the line. */
final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFile(String message) {
        super(message);
    }
}
