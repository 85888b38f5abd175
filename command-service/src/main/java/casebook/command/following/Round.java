package casebook.command.following;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does a piece of work again and again, on that instance alone to which the follower's events come. A round that fails is followed by the next. */
public final class Round implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final String name;
    private final Following following;
    private final Duration pause;
    private final Runnable work;
    private @Nullable ScheduledExecutorService thread;

    /** @param pause between two rounds */
    public Round(String name, Following following, Duration pause, Runnable work) {
        this.name = name;
        this.following = following;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        thread.scheduleWithFixedDelay(this::once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once() {
        try {
            if (following.isHere()) {
                work.run();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("A round of {} failed; the next follows", name, e);
        }
    }

    /** Waits a while for the round that is under way: what it does may be broken off at any point. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            awaitEnd(thread);
            thread = null;
        }
    }

    private static void awaitEnd(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Stopped before its follower. */
    @Override
    public int getPhase() {
        return 1;
    }
}
