package casebook.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the right generations of one projection running in this instance, and moves a rebuild on. */
final class ProjectionRunner {

    private final Projection projection;
    private final Generations generations;
    private final Processors processors;
    private final Progress progress;
    private final Clock clock;
    private final Duration keepRetired;
    private final Map<Generation, GenerationProcessor> running = new ConcurrentHashMap<>();
    private volatile @Nullable ProjectionState state;

    ProjectionRunner(
            Projection projection,
            Generations generations,
            Processors processors,
            Progress progress,
            Clock clock,
            Duration keepRetired) {
        this.projection = projection;
        this.generations = generations;
        this.processors = processors;
        this.progress = progress;
        this.clock = clock;
        this.keepRetired = keepRetired;
    }

    String name() {
        return projection.name();
    }

    /** As it was last seen. */
    ProjectionState state() {
        return Objects.requireNonNull(state, "not started");
    }

    /** Brings this instance in line with what all have agreed on. To be called again and again. */
    synchronized void reconcile() {
        var agreed = generations.of(projection);
        for (var generation : agreed.running()) {
            if (!running.containsKey(generation)) {
                running.put(generation, processors.start(projection, generation));
            }
        }
        state = agreed;
        running.entrySet().removeIf(entry -> stopped(entry.getValue(), agreed));
        if (agreed.building() != null) {
            switchWhenCaughtUp(agreed, agreed.generation(agreed.building()));
        }
        dropRetired(agreed);
    }

    void rebuild() {
        generations.build(projection);
        reconcile();
    }

    synchronized void stop() {
        running.values().forEach(GenerationProcessor::stop);
        running.clear();
    }

    synchronized void processDeadLetters() {
        running.values().forEach(GenerationProcessor::processDeadLetters);
    }

    /** The processor of the generation that serves; told at once, even while another is being stopped. */
    @Nullable
    GenerationProcessor serving() {
        return running.get(state().servingGeneration());
    }

    private static boolean stopped(GenerationProcessor processor, ProjectionState agreed) {
        if (agreed.running().contains(processor.generation())) {
            return false;
        }
        processor.stop();
        return true;
    }

    private void switchWhenCaughtUp(ProjectionState agreed, Generation building) {
        if (progress.of(building) >= progress.of(agreed.servingGeneration())) {
            generations.switchOver(agreed, clock.instant());
        }
    }

    /** Other instances may go on reading and writing a retired generation until they look at the state again. */
    private void dropRetired(ProjectionState agreed) {
        for (var retired : agreed.retired()) {
            if (retired.since().plus(keepRetired).isBefore(clock.instant())) {
                var generation = agreed.generation(retired.generation());
                processors.drop(projection, generation);
                generations.forget(generation);
            }
        }
    }
}
