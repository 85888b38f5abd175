package casebook.benchmarks.reads;

import java.util.Arrays;
import java.util.Locale;

/** How long answers took, in nanoseconds, sorted. */
record Latencies(long[] sorted) {

    static Latencies of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** @param share such as 0.99 */
    double millis(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %9.1f ms   p99 %9.1f ms   (%d)", millis(0.5), millis(0.99), sorted.length);
    }
}
