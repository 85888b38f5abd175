package casebook.query.statistics;

/** A table would have more of something than fits into memory beside others. */
public final class TableTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Part part;
    private final int most;

    /** @param most how many of these it may have */
    public TableTooLarge(Part part, int most) {
        super("More than " + most + " " + part);
        this.part = part;
        this.most = most;
    }

    public Part part() {
        return part;
    }

    public int most() {
        return most;
    }

    /** What there are too many of. */
    public enum Part {
        ROWS,
        /** Of figures, each by one event. */
        CHANGES
    }
}
