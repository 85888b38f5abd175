package casebook.loader;

import java.io.PrintWriter;
import java.time.Duration;

/** A line now and then, for a log or a pipe. */
final class ProgressAsLines implements Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final long total;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private long lastShown = start;

    ProgressAsLines(long total, PrintWriter out) {
        this.total = total;
        this.out = out;
    }

    @Override
    public void at(Tally tally) {
        long now = System.nanoTime();
        if (now - lastShown >= INTERVAL.toNanos()) {
            lastShown = now;
            notice(line(tally, total, Duration.ofNanos(now - start)));
        }
    }

    static String line(Tally tally, long total, Duration time) {
        double rate = Tally.perSecond(tally.done(), time);
        return "%,d of %,d filings, %,.0f/s, %,.0f s left, %,d rejected"
                .formatted(tally.done(), total, rate, (total - tally.done()) / Math.max(rate, 0.001), tally.rejected());
    }

    @Override
    public void notice(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void close() {}
}
