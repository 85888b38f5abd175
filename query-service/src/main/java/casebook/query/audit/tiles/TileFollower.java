package casebook.query.audit.tiles;

import static casebook.transparency.TileAddress.FULL;

import casebook.ledger.LedgerTail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the stored tiles up with the ledger, on a thread of its own. */
public final class TileFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TileFollower.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** After this time the store is asked again: somebody may have deleted the tiles. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final LedgerTail tail;
    private final TileBuilder builder;
    private final Counter failures;
    private final Thread thread = Thread.ofVirtual().name("tiles").unstarted(this::run);
    private long leafTiles;
    private boolean failing;
    private volatile boolean closed;

    TileFollower(LedgerTail tail, TileBuilder builder, MeterRegistry registry) {
        this.tail = tail;
        this.builder = builder;
        Gauge.builder("casebook.tiles.position", this, TileFollower::position)
                .description("Events whose hashes are in stored tiles")
                .register(registry);
        Gauge.builder("casebook.tiles.lag.events", this, follower -> Math.max(0, tail.position() - follower.position()))
                .description("Events whose hashes are not; up to 255 is usual")
                .register(registry);
        failures = Counter.builder("casebook.tiles.failures")
                .description("Attempts to build tiles that failed")
                .register(registry);
    }

    /** Begins to follow. MongoDB need not be reachable yet. */
    public void start() {
        thread.start();
    }

    /** Waits until so many tiles of level 0 are stored; false if the time was over first. */
    synchronized boolean awaitLeafTiles(long count, Duration timeout) throws InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (leafTiles < count) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private synchronized long position() {
        return leafTiles * FULL;
    }

    private synchronized void reached(long stored) {
        leafTiles = stored;
        notifyAll();
    }

    private void run() {
        while (!closed) {
            try {
                builder.build(tail.position(), this::reached);
                failing = false;
                tail.awaitBeyond(position() + FULL - 1, LOOK_AGAIN);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                retryAfter(e);
            }
        }
    }

    private void retryAfter(RuntimeException e) {
        if (closed) {
            return;
        }
        if (!failing) {
            LOG.warn("Tiles cannot be built for now: {}", e.toString());
        }
        failing = true;
        failures.increment();
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }
}
