package casebook.benchmarks;

import java.time.Duration;

/** Takes part in a contest. */
@FunctionalInterface
interface Contender {

    /** Works for about the time, alone. What it needs runs only meanwhile. */
    Figure measure(Meter meter, Duration time);
}
