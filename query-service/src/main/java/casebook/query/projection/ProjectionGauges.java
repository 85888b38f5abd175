package casebook.query.projection;

import casebook.ledger.LedgerReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How far the serving generations are behind the ledger, as it was measured last. */
final class ProjectionGauges {

    private final Map<String, Lag> measured = new ConcurrentHashMap<>();
    private final LedgerReader ledger;
    private final Progress progress;
    private final MeterRegistry metrics;
    private final Clock clock;

    ProjectionGauges(LedgerReader ledger, Progress progress, MeterRegistry metrics, Clock clock) {
        this.ledger = ledger;
        this.progress = progress;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param head the ledger's position */
    void measure(ProjectionRunner runner, long head) {
        var position = progress.of(runner.state().servingGeneration());
        var events = Math.max(0, head - position);
        var processor = runner.serving();
        var lag = new Lag(
                position,
                events,
                events == 0 ? 0 : secondsSince(position),
                processor == null ? 0 : processor.deadLetters());
        if (measured.put(runner.name(), lag) == null) {
            register(runner.name());
        }
    }

    private double secondsSince(long index) {
        try (var lines = ledger.lines(index, index + 1)) {
            return lines.hasNext()
                    ? Duration.between(lines.next().time(), clock.instant()).toMillis() / 1000.0
                    : 0;
        }
    }

    private void register(String projection) {
        gauge("position", projection, "Position that the projection has reached", null, Lag::position);
        gauge("lag", projection, "Events that it has not applied", "events", Lag::events);
        gauge("lag", projection, "Age of the oldest event that it has not applied", "seconds", Lag::seconds);
        gauge("dead.letters", projection, "Events that it could not apply", null, Lag::deadLetters);
    }

    private void gauge(
            String name, String projection, String meaning, @Nullable String unit, ToDoubleFunction<Lag> value) {
        var id = "casebook.projection." + name + (unit == null ? "" : "." + unit);
        Gauge.builder(id, measured, lags -> value.applyAsDouble(lags.get(projection)))
                .description(meaning)
                .tag("projection", projection)
                .register(metrics);
    }

    private record Lag(long position, long events, double seconds, long deadLetters) {}
}
