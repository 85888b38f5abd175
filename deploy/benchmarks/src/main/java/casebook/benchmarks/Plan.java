package casebook.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often each figure is taken
 * @param time how long each takes
 * @param warmUps how many rounds are not counted
 * @param callers how many append at a time
 * @param aggregates how many there are to be read
 * @param only what the titles of the contests have in them that are held
 */
record Plan(int rounds, Duration time, int warmUps, List<Integer> callers, int aggregates, String only) {

    /** As many callers append them, or as they are loaded: close in time, and many in a commit. */
    Dataset busy() {
        return new Dataset("busy", aggregates, 64, Duration.ofMillis(1));
    }

    /** As stations file them: one after the other, each a commit of its own. They are fewer, as they take long to append. */
    Dataset quiet() {
        return new Dataset("quiet", Math.max(1, aggregates / 8), 1, Duration.ofSeconds(1));
    }
}
