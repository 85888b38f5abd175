package casebook.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one processor: one coordinates, one works.
 *
 * <p>Axon's coordinator reads ahead until 1,024 events wait, and looks again for room after 100 ms, whatever the worker has done meanwhile. That would let a quick projection stand
 * idle for most of a rebuild, so here it looks again sooner. All other delays are kept.
 */
final class ProcessorThreads extends ScheduledThreadPoolExecutor {

    private static final long AXON_LOOKS_FOR_ROOM_MILLIS = 100;
    private static final long LOOK_FOR_ROOM_MILLIS = 5;

    /** A delay that is asked of Axon, so that it is kept. */
    static long kept(Duration delay) {
        return delay.toMillis() == AXON_LOOKS_FOR_ROOM_MILLIS ? delay.toMillis() + 1 : delay.toMillis();
    }

    ProcessorThreads(String name) {
        super(2, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return unit.toMillis(delay) == AXON_LOOKS_FOR_ROOM_MILLIS
                ? super.schedule(task, LOOK_FOR_ROOM_MILLIS, TimeUnit.MILLISECONDS)
                : super.schedule(task, delay, unit);
    }
}
