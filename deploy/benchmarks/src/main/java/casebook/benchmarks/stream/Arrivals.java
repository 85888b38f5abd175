package casebook.benchmarks.stream;

import java.util.Arrays;
import java.util.Locale;

/** When events arrived, from a position on; filled by one thread. */
final class Arrivals {

    private static final int AT_FIRST = 1 << 16;

    private final Filings filings;
    private volatile long from = Long.MAX_VALUE;
    private long[] nanos = new long[AT_FIRST];
    private volatile int count;

    Arrivals(Filings filings) {
        this.filings = filings;
    }

    /** Counts what comes after a position, and nothing before it. */
    void countAfter(long position) {
        from = position;
    }

    void arrived(long position) {
        if (position <= from) {
            return;
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = filings.nanosSince(position);
        count = count + 1;
    }

    int count() {
        return count;
    }

    /** When nothing arrives any more. */
    String latencies() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }
}
