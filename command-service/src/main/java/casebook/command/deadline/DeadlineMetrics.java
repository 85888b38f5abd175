package casebook.command.deadline;

import casebook.events.DeadlineKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** How many deadlines run and are due, as of this instance's last round, and how many were recorded as missed by it. */
final class DeadlineMetrics {

    private final Map<DeadlineKind, AtomicLong> open = new EnumMap<>(DeadlineKind.class);
    private final Map<DeadlineKind, AtomicLong> due = new EnumMap<>(DeadlineKind.class);
    private final Map<DeadlineKind, Counter> missed = new EnumMap<>(DeadlineKind.class);

    DeadlineMetrics(MeterRegistry metrics) {
        for (var kind : DeadlineKind.values()) {
            open.put(kind, gauge("casebook.deadlines.open", "Deadlines that run", kind, metrics));
            due.put(
                    kind,
                    gauge("casebook.deadlines.due", "Deadlines that passed and are not recorded yet", kind, metrics));
            missed.put(
                    kind,
                    Counter.builder("casebook.deadlines.missed")
                            .description("Deadlines that were recorded as missed")
                            .tag("kind", kind.name())
                            .register(metrics));
        }
    }

    private static AtomicLong gauge(String name, String description, DeadlineKind kind, MeterRegistry metrics) {
        var value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get)
                .description(description)
                .tag("kind", kind.name())
                .register(metrics);
        return value;
    }

    void missed(DeadlineKind kind) {
        Objects.requireNonNull(missed.get(kind)).increment();
    }

    void measure(OpenDeadlines deadlines, Instant now) {
        open.forEach((kind, value) -> value.set(deadlines.countRunning(kind)));
        due.forEach((kind, value) -> value.set(deadlines.countDue(kind, now)));
    }
}
