package casebook.ledger;

import org.axonframework.common.AxonNonTransientException;

/** Events that would have to become one commit and do not fit into one MongoDB document. Nothing was written. */
public final class AppendTooLarge extends AxonNonTransientException {

    private final int size;
    private final int limit;

    AppendTooLarge(int events, int size, int limit) {
        super("%d events of %d bytes do not fit into one commit of at most %d bytes".formatted(events, size, limit));
        this.size = size;
        this.limit = limit;
    }

    /** Bytes of the commit, rounded up. */
    public int size() {
        return size;
    }

    /** The most bytes that a commit may have. */
    public int limit() {
        return limit;
    }
}
