package casebook.mongod;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

final class Waiting {
    /** A mongod with much to flush takes seconds, with a cache of many GB a minute and more. */
    static final Duration STOP = Duration.ofMinutes(3);
    /** Recovery after a crash replays the journal since the last checkpoint but one; of a cache of many GB that is some minutes'. */
    static final Duration START = Duration.ofMinutes(5);

    private Waiting() {}

    /** Whether the condition came true in time. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    static void forExit(Process process) {
        if (!until(STOP, () -> !process.isAlive())) {
            throw new MongodException("mongod " + process.pid() + " does not end");
        }
    }
}
