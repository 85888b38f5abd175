package casebook.transparency;

/** A text or a tile does not have the form that its specification demands; the message says which and why. */
public final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
