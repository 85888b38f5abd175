package casebook.ledger;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the ledger has grown and wakes those who wait for it. One daemon thread per process follows MongoDB; the process's own
 * writer tells its commits directly.
 */
public final class LedgerTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerTail.class);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

    private final TailSource source;
    private final Pause retry;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Thread thread;
    private long position;
    private volatile boolean closed;

    /** Starts to follow. MongoDB need not be reachable yet. */
    public LedgerTail(MongoDatabase database, LedgerProperties properties, MeterRegistry registry) {
        LedgerCollection ledger = new LedgerCollection(database, properties.readBatch());
        this.source = new TailSource(ledger, properties);
        this.retry = new Pause(properties.pollMin(), LONGEST_RETRY);
        Gauge.builder("casebook.ledger.position", this, LedgerTail::position)
                .description("Events in the ledger, as far as this process knows")
                .register(registry);
        this.thread = Thread.ofVirtual().name("ledger-tail").start(this::run);
    }

    /** The number of events that the ledger is known to have; it may have more. */
    public synchronized long position() {
        return position;
    }

    /**
     * Has an action run whenever the ledger has grown, on the thread that noticed it: it must be short.
     *
     * @return ends the subscription when it is closed
     */
    public Subscription onGrowth(Runnable action) {
        Runnable unique = action::run;
        listeners.add(unique);
        return () -> listeners.remove(unique);
    }

    /**
     * Waits until the ledger has more events than a position.
     *
     * @return false if the time was over first
     */
    public synchronized boolean awaitBeyond(long known, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (position <= known) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    /** Stops following; those who wait are not woken. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** Ends what it stands for. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** A position that is known to be reached; a smaller one than before says nothing. */
    void advanceTo(long reached) {
        if (grewTo(reached)) {
            listeners.forEach(LedgerTail::tell);
        }
    }

    private synchronized boolean grewTo(long reached) {
        if (reached <= position) {
            return false;
        }
        position = reached;
        notifyAll();
        return true;
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener at the ledger's tail failed", e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                source.follow(this::advanceTo, this::isClosed, retry::startOver);
            } catch (RuntimeException e) {
                if (!closed) {
                    log.warn("The ledger's tail is not followed for the moment: {}", e.toString());
                    retry.waitABit();
                }
            }
        }
    }

    private boolean isClosed() {
        return closed;
    }
}
