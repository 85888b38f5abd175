package casebook.ledger;

import casebook.transparency.SignedCheckpoint;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the whole ledger now and then, slowly. What it finds is told, in the log and by metrics; it stops nothing, as what is appended
 * does no further harm to what was.
 */
public final class LedgerScan implements AutoCloseable {

    /** When the first scan begins, unless scans are more frequent. */
    static final Duration FIRST_AFTER = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(LedgerScan.class);

    private final LedgerVerifier verifier;
    private final @Nullable CheckpointFile file;
    private final String origin;
    private final LogProperties.Scan properties;
    private final ScanMetrics metrics;
    private final Thread thread;
    private volatile @Nullable Verification last;

    /**
     * Starts the thread.
     *
     * @param file its newest checkpoint is vouched for
     * @param log its name, and how it is verified in the background
     */
    LedgerScan(LedgerVerifier verifier, @Nullable CheckpointFile file, LogProperties log, ScanMetrics metrics) {
        this.verifier = verifier;
        this.file = file;
        this.origin = log.origin();
        this.properties = log.scan();
        this.metrics = metrics;
        this.thread = Thread.ofVirtual().name("ledger-scan").unstarted(this::run);
        if (properties.every().isPositive()) {
            thread.start();
        }
    }

    /** What the last scan found; empty before the first has ended. */
    public Optional<Verification> last() {
        return Optional.ofNullable(last);
    }

    boolean isScheduled() {
        return thread.isAlive();
    }

    /** Breaks a scan off. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Duration again = properties.every().compareTo(FIRST_AFTER) < 0 ? properties.every() : FIRST_AFTER;
        Duration pause = again;
        try {
            while (true) {
                Thread.sleep(pause);
                pause = scan() ? properties.every() : again;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean scan() throws InterruptedException {
        try {
            Verification found = verifier.verify(held(), paced(System.nanoTime()));
            last = found;
            metrics.scanned(found);
            tell(found);
            return true;
        } catch (MongoInterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (MongoException | IOException e) {
            metrics.failed();
            log.warn("{} could not be verified to its end, trying again: {}", origin, e.toString());
            return false;
        } catch (RuntimeException e) {
            metrics.failed();
            log.error("{} could not be verified, for a reason that is not known", origin, e);
            return false;
        }
    }

    private List<SignedCheckpoint> held() throws IOException {
        return file == null ? List.of() : file.newest().stream().toList();
    }

    private VerificationProgress paced(long start) {
        return (events, _) -> {
            metrics.reached(events);
            long due = start + events * 1_000_000_000 / properties.eventsPerSecond();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        };
    }

    private void tell(Verification found) {
        if (found.fault() == null) {
            log.info("{} was verified: {} events, {} checkpoints", origin, found.events(), found.checkpoints());
        } else {
            log.error("{} is not what it was: {}", origin, found.fault());
        }
    }
}
