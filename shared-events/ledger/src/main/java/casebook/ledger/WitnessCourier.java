package casebook.ledger;

import casebook.transparency.Malformed;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that has one witness cosign the newest checkpoint. Those that come while it is under way are passed over. */
final class WitnessCourier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WitnessCourier.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final WitnessRounds rounds;
    private final String name;
    private final Pause pause;
    private final Counter failures;
    private final AtomicLong cosigned = new AtomicLong();
    private final Thread thread;
    private boolean failing;
    private boolean news = true;

    /** Starts one for each of these witnesses. */
    static List<WitnessCourier> all(
            List<LogProperties.Witness> witnesses, CheckpointStore checkpoints, LedgerTree tree, LogMeters meters) {
        return witnesses.stream()
                .map(witness -> new WitnessCourier(
                        new WitnessRounds(new WitnessClient(witness.url()), witness.verifier(), checkpoints, tree),
                        witness.verifier().name(),
                        FIRST_PAUSE,
                        meters))
                .toList();
    }

    /**
     * Starts the thread.
     *
     * @param firstPause how long it waits after a failure; each further pause is twice as long, up to a minute
     */
    WitnessCourier(WitnessRounds rounds, String name, Duration firstPause, LogMeters meters) {
        this.rounds = rounds;
        this.name = name;
        this.pause = new Pause(firstPause, LONGEST_PAUSE);
        this.failures = meters.counter("witness.failures")
                .tag("witness", name)
                .description("Attempts to have a checkpoint cosigned that failed")
                .register(meters.registry());
        meters.gauge("witness.size", cosigned, AtomicLong::get)
                .tag("witness", name)
                .description("Events that the newest checkpoint covers which this process had cosigned")
                .register(meters.registry());
        this.thread = Thread.ofVirtual().name("ledger-witness-" + name).start(this::run);
    }

    /** Says that there is a new checkpoint. */
    synchronized void wake() {
        news = true;
        notifyAll();
    }

    /** Breaks off what is under way: the next start goes on. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                awaitNews();
                deliver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitNews() throws InterruptedException {
        while (!news) {
            wait();
        }
        news = false;
    }

    private void deliver() throws InterruptedException {
        try {
            rounds.deliver().ifPresent(this::delivered);
        } catch (WitnessRefusal | IOException | MongoException | BrokenLedger | Malformed e) {
            failed(e);
        } catch (RuntimeException e) {
            log.error("The witness {} could not be asked, for a reason that is not known", name, e);
            failed(e);
        }
    }

    private void delivered(long size) {
        cosigned.set(size);
        if (failing) {
            log.info("The witness {} cosigns again", name);
        }
        failing = false;
        pause.startOver();
    }

    private void failed(Exception e) {
        failures.increment();
        if (!failing) {
            log.warn("The witness {} has not cosigned, trying again: {}", name, e.toString());
        }
        failing = true;
        wake();
        pause.waitABit();
    }
}
