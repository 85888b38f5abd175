package casebook.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A contest as text: medians over the rounds, beside the least and the most events a second of any round. */
final class Table {

    private static final String HEAD = "%-36s %10s %19s %9s %9s %9s %9s %9s%n";
    private static final String ROW = "%-36s %,10.0f %,9.0f–%,9.0f %7.2f x %9.3f %9.3f %9.1f %9.1f%n";

    private Table() {}

    static String of(Contest contest) {
        List<String> names = contest.names();
        return names.stream()
                .map(name -> row(contest, names.getFirst(), name))
                .collect(Collectors.joining(
                        "",
                        contest.title() + "\n"
                                + format(
                                        HEAD,
                                        "",
                                        "events/s",
                                        "least–most",
                                        "first is",
                                        "p50 ms",
                                        "p99 ms",
                                        "own µs",
                                        "server µs"),
                        ""));
    }

    private static String row(Contest contest, String first, String name) {
        return format(
                ROW,
                name,
                contest.median(name, Figure::events),
                contest.least(name, Figure::events),
                contest.most(name, Figure::events),
                contest.ratio(first, name),
                contest.median(name, figure -> millis(figure.median())),
                contest.median(name, figure -> millis(figure.slow())),
                contest.median(name, figure -> micros(figure.own())),
                contest.median(name, figure -> micros(figure.server())));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
