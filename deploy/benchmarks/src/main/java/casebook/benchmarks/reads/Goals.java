package casebook.benchmarks.reads;

import java.util.Locale;

/** What is asked of the figures. That is reached or missed only with as many incidents as it is asked for; else the figure is told. */
final class Goals {

    static final int INCIDENTS = 1_000_000;

    private final int incidents;
    private boolean reached = true;

    /** @param incidents how many there are */
    Goals(int incidents) {
        this.incidents = incidents;
    }

    /**
     * A cell of a table.
     *
     * @param goal what is asked for, and at which rate
     * @param atItsRate whether it was measured at that rate, or a higher one
     * @param figure what was found, and at which rate
     */
    String verdict(String goal, boolean atItsRate, boolean found, String figure) {
        if (!atItsRate || incidents < INCIDENTS) {
            return String.format(Locale.ROOT, "%s: %s at %,d incidents", goal, figure, incidents);
        }
        reached &= found;
        return goal + (found ? ": reached" : ": MISSED");
    }

    /** @param what was not answered as it should have been */
    String failed(String what) {
        reached = false;
        return "FAILED: " + what;
    }

    /** Whether nothing was missed so far, and nothing failed. */
    boolean areReached() {
        return reached;
    }
}
