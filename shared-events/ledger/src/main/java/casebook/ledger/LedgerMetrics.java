package casebook.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What the writer tells about itself. */
final class LedgerMetrics {

    private final Timer latency;
    private final DistributionSummary events;
    private final Counter collisions;
    private final Counter unknown;
    private final Counter conflicts;

    LedgerMetrics(MeterRegistry registry) {
        latency = Timer.builder("casebook.ledger.commit")
                .description("Time until the outcome of a commit was definite")
                .publishPercentileHistogram()
                .register(registry);
        events = DistributionSummary.builder("casebook.ledger.commit.events")
                .description("Events per durable commit")
                .register(registry);
        collisions = Counter.builder("casebook.ledger.collisions")
                .description("Commits that another writer was ahead of, and that were numbered anew")
                .register(registry);
        unknown = Counter.builder("casebook.ledger.unknown.outcomes")
                .description("Attempts without a definite answer")
                .register(registry);
        conflicts = Counter.builder("casebook.ledger.conflicts")
                .description("Commits from which appends were refused because the ledger had their sequence number")
                .register(registry);
    }

    <T> T timed(Supplier<T> commit) {
        Timer.Sample sample = Timer.start();
        try {
            return commit.get();
        } finally {
            sample.stop(latency);
        }
    }

    void committed(int count) {
        events.record(count);
    }

    void overtaken() {
        collisions.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void refused() {
        conflicts.increment();
    }
}
