package casebook.ledger;

import com.mongodb.MongoException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of this process that has checkpoints signed: when it starts, once an interval if the ledger has grown, and once more at the
 * end. Each is kept in the database, then in the file, and sent to the witnesses, who hold nothing up.
 */
public final class Checkpointer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Checkpointer.class);

    private final CheckpointSigner signer;
    private final @Nullable CheckpointFile file;
    private final List<WitnessCourier> witnesses;
    private final Duration interval;
    private final CheckpointMetrics metrics;
    private final Thread thread;
    private @Nullable StoredCheckpoint unfiled;
    private boolean failing;
    private boolean closed;

    /** Starts the thread. MongoDB need not be reachable yet. */
    Checkpointer(
            CheckpointSigner signer,
            @Nullable CheckpointFile file,
            List<WitnessCourier> witnesses,
            Duration interval,
            CheckpointMetrics metrics) {
        this.signer = signer;
        this.file = file;
        this.witnesses = List.copyOf(witnesses);
        this.interval = interval;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().name("ledger-checkpointer").daemon().start(this::run);
    }

    /** Signs what was appended last. To be closed after the writer. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        witnesses.forEach(WitnessCourier::close);
    }

    private void run() {
        attempt();
        boolean last;
        do {
            last = isClosedWithin(interval);
            attempt();
        } while (!last);
    }

    private synchronized boolean isClosedWithin(Duration pause) {
        long deadline = System.nanoTime() + pause.toNanos();
        try {
            for (long left = pause.toNanos(); !closed && left > 0; left = deadline - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            return closed;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void attempt() {
        try {
            signer.sign().ifPresent(this::publish);
            file();
            recovered();
        } catch (LedgerUntrusted e) {
            log.debug("Nothing is signed", e);
        } catch (MongoException | IOException e) {
            failed(e);
        } catch (RuntimeException | Error e) {
            log.error("No checkpoint could be signed, for a reason that is not known", e);
            failed(e);
        }
    }

    private void publish(StoredCheckpoint checkpoint) {
        metrics.signed(checkpoint);
        unfiled = checkpoint;
        witnesses.forEach(WitnessCourier::wake);
    }

    /** One that could not be written is written with the next. */
    private void file() throws IOException {
        if (file != null && unfiled != null) {
            file.append(unfiled.signed());
        }
        unfiled = null;
    }

    private void failed(Throwable e) {
        metrics.failed();
        if (!failing) {
            log.warn("Checkpoints cannot be kept, trying again: {}", e.toString());
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            log.info("Checkpoints are kept again");
        }
        failing = false;
    }
}
