package casebook.benchmarks.reads;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How long answers took.
 *
 * @param sorted in nanoseconds
 * @param failed how many answers there are not
 */
record Latencies(long[] sorted, int failed) {

    static Latencies of(long[] nanos) {
        return of(nanos, 0);
    }

    /** @param nanos 0 where there is no answer */
    static Latencies of(long[] nanos, int failed) {
        return new Latencies(
                LongStream.of(nanos).filter(taken -> taken > 0).sorted().toArray(), failed);
    }

    /** @param share such as 0.99; the result is infinite where so many have no answer */
    double millis(double share) {
        var rank = (int) Math.min(sorted.length + failed - 1L, Math.round((sorted.length + failed) * share));
        return rank >= 0 && rank < sorted.length ? sorted[rank] / 1e6 : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies(var theirs, var lost) && failed == lost && Arrays.equals(sorted, theirs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sorted) + failed;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms of %d", millis(0.5), millis(0.99), sorted.length);
    }
}
