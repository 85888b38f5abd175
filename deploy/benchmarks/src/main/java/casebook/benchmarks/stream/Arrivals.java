package casebook.benchmarks.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** When events arrived, from a position on; filled by one thread. */
final class Arrivals {

    private static final int AT_FIRST = 1 << 16;

    private final LongUnaryOperator sinceAcknowledged;
    private volatile long from = Long.MAX_VALUE;
    private long[] nanos = new long[AT_FIRST];
    private volatile int count;

    /** @param sinceAcknowledged how many nanoseconds ago the event at a position was acknowledged; 0 if it was not yet */
    Arrivals(LongUnaryOperator sinceAcknowledged) {
        this.sinceAcknowledged = sinceAcknowledged;
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
        nanos[count] = sinceAcknowledged.applyAsLong(position);
        count = count + 1;
    }

    int count() {
        return count;
    }

    /** When nothing arrives any more. What was there before its acknowledgement was noted has taken 0 ms. */
    String latencies() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, longest %.0f ms of %,d, of which %,d were there before and count as 0 ms",
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1),
                count,
                LongStream.of(sorted).filter(taken -> taken == 0).count());
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }
}
