package casebook.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits that double from a shortest to a longest. */
final class Pause {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Pause(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** May end early, if the thread is interrupted or unparked. */
    void waitABit() {
        LockSupport.parkNanos(next.toNanos());
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Whether the next wait is the longest. */
    boolean isLongest() {
        return next.equals(longest);
    }

    void startOver() {
        next = shortest;
    }
}
