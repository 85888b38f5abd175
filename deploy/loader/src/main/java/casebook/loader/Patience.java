package casebook.loader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often, and after which waits, something that failed for now is tried again. */
final class Patience {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    private final List<Duration> waits;
    private int failures;

    Patience() {
        this(WAITS);
    }

    Patience(List<Duration> waits) {
        this.waits = waits;
    }

    /** Something went well again. */
    void restore() {
        failures = 0;
    }

    /** How long to wait before the next attempt, longer each time; empty if there is to be none. */
    Optional<Duration> nextWait() {
        return failures == waits.size() ? Optional.empty() : Optional.of(waits.get(failures++));
    }
}
