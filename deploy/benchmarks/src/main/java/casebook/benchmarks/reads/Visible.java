package casebook.benchmarks.reads;

import java.util.List;
import java.util.Locale;

/**
 * How long it took.
 *
 * @param asked how many were to be filed a second
 * @param perSecond how many filings were acknowledged a second
 * @param filed until filings were acknowledged
 * @param listed from the acknowledgement of a filing to the answer to a question for it, in a list
 * @param counted the same in the statistics of its station
 * @param reads what others asked for meanwhile
 */
record Visible(double asked, double perSecond, Latencies filed, Latencies listed, Latencies counted, List<Read> reads) {

    private static final int RATE = 200;
    private static final double KEPT = 0.95;
    private static final double GOAL = 250;

    /** What was asked for at a rate. */
    record Read(String title, int perSecond, Latencies latencies) {}

    Visible among(List<Read> others) {
        return new Visible(asked, perSecond, filed, listed, counted, others);
    }

    /** There are goals where nobody else reads. */
    void print(Report report, Goals goals) {
        var alone = reads.isEmpty();
        var isKept = perSecond >= KEPT * asked && filed.failed() == 0;
        report.table(
                alone ? format("while %.0f are filed a second", asked) : "the same, and others read",
                "a second",
                "p50 ms",
                "p99 ms",
                "number",
                "goal");
        row(
                report,
                goals,
                new Row("a filing, until acknowledged", perSecond, filed),
                alone ? rateVerdict(goals, isKept) : "");
        row(
                report,
                goals,
                new Row("from then until it is in a list", "", listed),
                alone ? verdict(goals, isKept, listed) : "");
        row(
                report,
                goals,
                new Row("from then until it is in the statistics", "", counted),
                alone ? verdict(goals, isKept, counted) : "");
        reads.forEach(read -> row(report, goals, new Row(read.title(), read.perSecond(), read.latencies()), ""));
    }

    private String rateVerdict(Goals goals, boolean isKept) {
        return goals.verdict(
                "95 %% of %d/s".formatted(RATE), asked >= RATE, isKept, format("%.1f/s of %.0f", perSecond, asked));
    }

    private String verdict(Goals goals, boolean isKept, Latencies latencies) {
        var slow = latencies.millis(0.99);
        return goals.verdict(
                format("p99 < %.0f ms at %d/s", GOAL, RATE),
                asked >= RATE,
                isKept && slow < GOAL,
                format("%.1f ms at %.0f/s", slow, asked));
    }

    private static void row(Report report, Goals goals, Row row, String verdict) {
        var latencies = row.latencies();
        var failed = latencies.failed() > 0 ? goals.failed("%,d answers".formatted(latencies.failed())) + ", " : "";
        report.row(
                row.title(),
                row.perSecond(),
                latencies.millis(0.5),
                latencies.millis(0.99),
                latencies.sorted().length,
                failed + verdict);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private record Row(String title, Object perSecond, Latencies latencies) {}
}
