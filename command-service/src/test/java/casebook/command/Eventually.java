package casebook.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Waits for what other threads bring about. */
final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Eventually() {}

    /** Looks until it is so; fails after ten seconds. */
    static void assertThat(BooleanSupplier condition) {
        var deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            Assertions.assertThat(System.nanoTime())
                    .as("did not come about in time")
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
