package casebook.query.deadlines.view;

import casebook.events.DeadlineKind;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.OverdueFields;
import casebook.query.projection.ReadModels;
import casebook.query.projection.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many deadlines of each kind are overdue, counted in the read models at intervals; sealed cases are left out. */
@Component
final class OverdueGauges implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final ReadModels models;
    private volatile Map<DeadlineKind, Long> counts = Map.of();
    private @Nullable Disposable counting;

    OverdueGauges(ReadModels models, MeterRegistry metrics) {
        this.models = models;
        for (var kind : DeadlineKind.values()) {
            Gauge.builder("casebook.overdue", this, gauges -> gauges.counts.getOrDefault(kind, 0L))
                    .description("Missed deadlines whose matter is still owed, but those of sealed cases")
                    .tag("kind", kind.name())
                    .register(metrics);
        }
    }

    @Override
    public void start() {
        counting = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> count())
                .subscribe(found -> counts = found);
    }

    @Override
    public void stop() {
        if (counting != null) {
            counting.dispose();
            counting = null;
        }
    }

    @Override
    public boolean isRunning() {
        return counting != null;
    }

    private Mono<Map<DeadlineKind, Long>> count() {
        return models.reached(0, IncidentsProjection.NAME, CasesProjection.NAME, ExhibitsProjection.NAME)
                .flatMap(OverdueGauges::count)
                .onErrorResume(failure -> {
                    LOG.warn("What is overdue was not counted: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private static Mono<Map<DeadlineKind, Long>> count(Reading reading) {
        var collections = Stream.of(IncidentsProjection.INCIDENTS, CasesProjection.CASES, ExhibitsProjection.EXHIBITS)
                .map(reading::collection)
                .toList();
        return OverdueFields.counts(collections);
    }
}
