package casebook.benchmarks;

import java.util.Locale;

/**
 * How many times as fast as another a contender should be.
 *
 * @param least the ratio that is asked for
 */
record Goal(Contest contest, Object one, Object other, double least) {

    String line() {
        double ratio = contest.ratio(one, other);
        return String.format(
                Locale.ROOT,
                "%-8s %.2f x, at least %.1f x: %s to %s, %s",
                ratio >= least ? "reached" : "MISSED",
                ratio,
                least,
                one,
                other,
                contest.title());
    }
}
