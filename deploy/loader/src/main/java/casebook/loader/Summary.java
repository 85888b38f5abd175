package casebook.loader;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a load has done, printed once: at its end, or when it is interrupted. */
final class Summary {
    private final BatchLoad load;
    private final Filings filings;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private final AtomicBoolean printed = new AtomicBoolean();

    Summary(BatchLoad load, Filings filings, PrintWriter out) {
        this.load = load;
        this.filings = filings;
        this.out = out;
    }

    void print() {
        if (printed.compareAndSet(false, true)) {
            out.println(text(load.tally(), Duration.ofNanos(System.nanoTime() - start)));
            out.flush();
        }
    }

    private String text(Tally tally, Duration time) {
        StringBuilder text = new StringBuilder("%,d filed, %,d duplicates, %,d rejected in %.1f s (%,.0f filings/s)"
                .formatted(
                        tally.filed(),
                        tally.duplicates(),
                        tally.rejected(),
                        time.toMillis() / 1000.0,
                        Tally.perSecond(tally.done(), time)));
        if (tally.position() > 0) {
            text.append("%nLast position: %d".formatted(tally.position()));
        }
        if (tally.rejected() > 0) {
            text.append("%nRejected lines and their reasons: %s".formatted(RejectedLines.fileFor(filings.file())));
        }
        if (!load.isComplete()) {
            text.append(
                    "%nNot finished: %,d of %,d filings have their answer, up to line %d. Run it again: nothing is filed twice."
                            .formatted(tally.done(), filings.count(), tally.lastLine()));
        }
        return text.toString();
    }
}
