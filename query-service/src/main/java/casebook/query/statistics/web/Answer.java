package casebook.query.statistics.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An answer as it is sent. Moments are by {@link System#nanoTime}.
 *
 * @param position of the ledger that it shows
 * @param generation of the read model that it was made of
 * @param begun when it was begun to be made
 * @param made when it was ready
 * @param latest when that position was last known to be the latest, and not before it was ready
 */
record Answer(long position, String generation, long begun, long made, AtomicLong latest, byte[] bytes) {

    /** Of one that is ready now. */
    static Answer of(Moment moment, long begun, byte[] bytes) {
        var now = System.nanoTime();
        return new Answer(moment.reached(), moment.generation(), begun, now, new AtomicLong(now), bytes);
    }

    Answer with(byte[] others) {
        return new Answer(position, generation, begun, System.nanoTime(), latest, others);
    }

    /** Whether nothing has happened since; what is found now is remembered. */
    boolean isLatest(long reached) {
        if (reached > position) {
            return false;
        }
        latest.set(System.nanoTime());
        return true;
    }

    /** Whether it was ready less than some time ago, or less than it took to be made, which counts up to a limit. */
    boolean isFresh(Duration least, Duration most) {
        return System.nanoTime() - made < Math.max(least.toNanos(), Math.min(made - begun, most.toNanos()));
    }

    boolean wasLatestWithin(Duration time) {
        return System.nanoTime() - latest.get() < time.toNanos();
    }
}
