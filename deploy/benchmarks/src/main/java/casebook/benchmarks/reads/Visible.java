package casebook.benchmarks.reads;

import java.util.Locale;

/**
 * How long it took.
 *
 * @param filed until filings were acknowledged
 * @param perSecond how many filings were acknowledged a second
 * @param listed from the acknowledgement of a filing to the answer to a question for it, in a list
 * @param counted the same in the statistics of its station
 * @param pages first pages, that were asked for meanwhile
 * @param tables ten years by station and category, that were asked for meanwhile
 */
record Visible(
        Latencies filed, double perSecond, Latencies listed, Latencies counted, Latencies pages, Latencies tables) {

    private static final int RATE = 200;
    private static final double KEPT = 0.95;
    private static final double GOAL = 250;

    void print(Report report, Goals goals, double asked) {
        report.table(
                String.format(Locale.ROOT, "while %.0f are filed a second", asked),
                "a second",
                "p50 ms",
                "p99 ms",
                "number",
                "goal");
        var isKept = perSecond >= KEPT * asked && filed.failed() == 0;
        row(
                report,
                goals,
                "a filing, until acknowledged",
                perSecond,
                filed,
                goals.verdict(
                        "95 %% of %d/s".formatted(RATE),
                        asked >= RATE,
                        isKept,
                        String.format(Locale.ROOT, "%.1f/s of %.0f", perSecond, asked)));
        visible(report, goals, "from then until it is in a list", listed, asked, isKept);
        visible(report, goals, "from then until it is in the statistics", counted, asked, isKept);
        row(report, goals, "page 1 of a category", Visibility.PAGES_A_SECOND, pages, "");
        row(
                report,
                goals,
                "ten years by station and category",
                Visibility.TABLES_A_SECOND,
                tables,
                "p99 < 50 ms is asked for at 50/s, above");
    }

    private static void visible(
            Report report, Goals goals, String title, Latencies latencies, double asked, boolean isKept) {
        var slow = latencies.millis(0.99);
        row(
                report,
                goals,
                title,
                "",
                latencies,
                goals.verdict(
                        String.format(Locale.ROOT, "p99 < %.0f ms at %d/s", GOAL, RATE),
                        asked >= RATE,
                        isKept && slow < GOAL,
                        String.format(Locale.ROOT, "%.1f ms at %.0f/s", slow, asked)));
    }

    private static void row(
            Report report, Goals goals, String title, Object perSecond, Latencies latencies, String verdict) {
        var failed = latencies.failed() > 0 ? goals.failed("%,d answers".formatted(latencies.failed())) + ", " : "";
        report.row(
                title,
                perSecond,
                latencies.millis(0.5),
                latencies.millis(0.99),
                latencies.sorted().length,
                failed + verdict);
    }
}
