package casebook.ledger;

import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the newest checkpoint that this process has signed or seen, as metrics and for who asks. */
public final class CheckpointMetrics {

    private final Counter failures;
    private volatile @Nullable StoredCheckpoint newest;

    CheckpointMetrics(LogMeters meters, Clock clock, LedgerTrust trust) {
        failures = meters.counter("checkpoint.failures")
                .description("Attempts to sign a checkpoint or to keep it that failed")
                .register(meters.registry());
        meters.gauge(
                        "checkpoint.size",
                        this,
                        metrics -> metrics.newest()
                                .map(checkpoint -> (double) checkpoint.size())
                                .orElse(Double.NaN))
                .description("Events that the newest checkpoint covers")
                .register(meters.registry());
        meters.gauge(
                        "checkpoint.age",
                        this,
                        metrics -> metrics.newest()
                                .map(checkpoint -> Duration.between(checkpoint.at(), clock.instant())
                                                .toMillis()
                                        / 1000.0)
                                .orElse(Double.NaN))
                .description("Time since the newest checkpoint was signed; grows while nothing is appended")
                .baseUnit("seconds")
                .register(meters.registry());
        meters.gauge("trusted", trust, it -> it.doubt().isEmpty() ? 1 : 0)
                .description("0 where nothing is appended because the log is not the one that was signed")
                .register(meters.registry());
    }

    /** The newest checkpoint; empty before there is one. */
    public Optional<StoredCheckpoint> newest() {
        return Optional.ofNullable(newest);
    }

    void signed(StoredCheckpoint checkpoint) {
        newest = checkpoint;
    }

    void failed() {
        failures.increment();
    }
}
