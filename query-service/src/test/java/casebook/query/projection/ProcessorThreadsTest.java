package casebook.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delay that is left never grows, so what is seen here does not depend on how fast the machine is. */
class ProcessorThreadsTest {

    private final ProcessorThreads threads = new ProcessorThreads("test");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void roomInAFullQueueIsLookedForSoon() {
        assertThat(left(100, TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(5_000);
    }

    @Test
    void otherDelaysAreKept() {
        assertThat(left(1_000, TimeUnit.SECONDS)).isBetween(900_000_000L, 1_000_000_000L);
        assertThat(left(900, TimeUnit.SECONDS)).isBetween(800_000_000L, 900_000_000L);
    }

    @Test
    void noDelayThatIsAskedForIsTakenForThatOfAxon() {
        assertThat(ProcessorThreads.kept(Duration.ofMillis(100))).isEqualTo(101);
        assertThat(ProcessorThreads.kept(Duration.ofMillis(99))).isEqualTo(99);
        assertThat(ProcessorThreads.kept(Duration.ofSeconds(1))).isEqualTo(1000);
    }

    /** In microseconds. */
    private long left(long delay, TimeUnit unit) {
        return threads.schedule(() -> {}, delay, unit).getDelay(TimeUnit.MICROSECONDS);
    }
}
