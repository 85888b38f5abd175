package casebook.ledger;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
    private final Map<Subscription, Runnable> listeners = new ConcurrentHashMap<>();
    private final Thread thread;
    private boolean lost;
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
        Subscription subscription = new Subscription(listeners::remove);
        listeners.put(subscription, action);
        return subscription;
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

    /** That an action is run when the ledger grows, until it is closed. */
    public static final class Subscription implements AutoCloseable {

        private final Consumer<Subscription> end;

        private Subscription(Consumer<Subscription> end) {
            this.end = end;
        }

        @Override
        public void close() {
            end.accept(this);
        }
    }

    /** A position that is known to be reached; a smaller one than before says nothing. */
    void advanceTo(long reached) {
        if (grewTo(reached)) {
            listeners.values().forEach(LedgerTail::tell);
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
                source.follow(this::position, this::advanceTo, this::isClosed, this::found);
            } catch (RuntimeException e) {
                lose(e);
            }
        }
    }

    private void lose(RuntimeException e) {
        if (!lost && !closed) {
            log.warn("The ledger's tail is out of sight: {}", e.toString());
        }
        lost = true;
        retry.waitABit();
    }

    private void found() {
        if (lost) {
            log.info("The ledger's tail is followed again");
        }
        lost = false;
        retry.startOver();
    }

    private boolean isClosed() {
        return closed;
    }
}
