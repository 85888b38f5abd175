package casebook.ledger;

import org.axonframework.common.AxonNonTransientException;

/** An event whose line would be longer than an entry of a transparency log may be. Nothing was written. */
public final class LineTooLong extends AxonNonTransientException {

    private final int size;
    private final int limit;

    LineTooLong(String type, int size, int limit) {
        super("The line of %s has %d bytes, and %d are allowed".formatted(type, size, limit));
        this.size = size;
        this.limit = limit;
    }

    /** Bytes of the line, with room for the longest index. */
    public int size() {
        return size;
    }

    /** The most bytes that a line may have. */
    public int limit() {
        return limit;
    }
}
