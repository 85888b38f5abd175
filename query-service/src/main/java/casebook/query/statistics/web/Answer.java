package casebook.query.statistics.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An answer as it is sent.
 *
 * @param position of the ledger that it shows
 * @param generation of the read model that it was made of
 * @param begun when it was begun to be made, by {@link System#nanoTime}
 * @param latest when that position was last known to be the latest, by the same clock
 */
record Answer(long position, String generation, long begun, AtomicLong latest, byte[] bytes) {

    Answer(long position, String generation, long begun, byte[] bytes) {
        this(position, generation, begun, new AtomicLong(begun), bytes);
    }

    Answer with(byte[] others) {
        return new Answer(position, generation, begun, latest, others);
    }

    /** Whether nothing has happened since; what is found now is remembered. */
    boolean isLatest(long reached) {
        if (reached > position) {
            return false;
        }
        latest.set(System.nanoTime());
        return true;
    }

    boolean wasBegunWithin(Duration time) {
        return System.nanoTime() - begun < time.toNanos();
    }

    boolean wasLatestWithin(Duration time) {
        return System.nanoTime() - latest.get() < time.toNanos();
    }
}
