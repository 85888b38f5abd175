package casebook.query.projection;

import casebook.ledger.LedgerReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs all projections of this instance, from before the first request to after the last, and looks again and again what all
 * instances have agreed on. Methods block.
 */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    private final Map<String, ProjectionRunner> runners = new TreeMap<>();
    private final Progress progress;
    private final LedgerReader ledger;
    private final ProjectionGauges gauges;
    private final ProjectionProperties properties;
    private volatile boolean running;
    private ScheduledExecutorService watch = newWatch();

    Projections(
            List<ProjectionRunner> runners,
            Progress progress,
            LedgerReader ledger,
            ProjectionGauges gauges,
            ProjectionProperties properties) {
        runners.forEach(runner -> this.runners.put(runner.name(), runner));
        this.progress = progress;
        this.ledger = ledger;
        this.gauges = gauges;
        this.properties = properties;
    }

    @Override
    public void start() {
        runners.values().forEach(ProjectionRunner::reconcile);
        watch = newWatch();
        var millis = properties.watchEvery().toMillis();
        watch.scheduleWithFixedDelay(this::reconcile, millis, millis, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        watch.shutdown();
        runners.values().forEach(ProjectionRunner::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    public List<ProjectionStatus> all() {
        var head = ledger.position();
        return runners.values().stream().map(runner -> status(runner, head)).toList();
    }

    /** Empty if there is no projection of this name. */
    public Optional<ProjectionStatus> status(String name) {
        return Optional.ofNullable(runners.get(name)).map(runner -> status(runner, ledger.position()));
    }

    /** Begins to build a projection anew beside the one that serves; goes on with it if that is under way. */
    public Optional<ProjectionStatus> rebuild(String name) {
        return Optional.ofNullable(runners.get(name)).map(runner -> {
            runner.rebuild();
            return status(runner, ledger.position());
        });
    }

    /** Tries once more to apply the dead letters. */
    public Optional<ProjectionStatus> processDeadLetters(String name) {
        return Optional.ofNullable(runners.get(name)).map(runner -> {
            runner.processDeadLetters();
            return status(runner, ledger.position());
        });
    }

    Generation serving(String name) {
        var runner = runners.get(name);
        if (runner == null) {
            throw new IllegalArgumentException("There is no projection " + name);
        }
        return runner.state().servingGeneration();
    }

    private ProjectionStatus status(ProjectionRunner runner, long head) {
        var state = runner.state();
        var processor = runner.serving();
        return new ProjectionStatus(
                state.projection(),
                state.serving(),
                state.building(),
                progress.of(state.running().getLast()),
                head,
                state.building() == null,
                processor == null ? 0 : processor.deadLetters(),
                processor == null || processor.isInError());
    }

    private void reconcile() {
        forEach(ProjectionRunner::reconcile);
        try {
            var head = ledger.position();
            forEach(runner -> gauges.measure(runner, head));
        } catch (RuntimeException e) {
            LOG.warn("The ledger's position could not be read; trying again", e);
        }
    }

    private void forEach(Consumer<ProjectionRunner> action) {
        for (var runner : runners.values()) {
            try {
                action.accept(runner);
            } catch (RuntimeException e) {
                LOG.warn("Projection {} could not be looked after; trying again", runner.name(), e);
            }
        }
    }

    private static ScheduledExecutorService newWatch() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("projections-watch").daemon().factory());
    }
}
