package casebook.ledger;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A time in which MongoDB gives no definite answer: told once, though there may be many attempts a second, and waited out. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final Pause pause = new Pause(Duration.ofMillis(5), Duration.ofMillis(500));
    private boolean told;

    /** Waits before the next attempt. */
    void goesOn(String what, RuntimeException cause) {
        if (!told) {
            log.warn("{}, trying again: {}", what, cause.toString());
        }
        told = true;
        waitABit();
    }

    /** The same where nothing has failed. */
    void waitABit() {
        pause.waitABit();
    }

    void isOver(long position) {
        if (told) {
            log.info("Commits go on at {}", position);
        }
        told = false;
        pause.startOver();
    }
}
