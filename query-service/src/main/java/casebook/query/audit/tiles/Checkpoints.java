package casebook.query.audit.tiles;

import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.ledger.CheckpointStore;
import casebook.ledger.StoredCheckpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The checkpoints that are signed so far. Every method blocks. */
@Component
public final class Checkpoints {

    /** By when a checkpoint covers every acknowledged event. */
    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final CheckpointStore store;

    Checkpoints(CheckpointStore store) {
        this.store = store;
    }

    /**
     * The newest, as soon as it covers so many events.
     *
     * @throws ProblemException 503 if none does in time
     */
    public StoredCheckpoint newest(long atLeast) throws InterruptedException {
        return await(() -> store.newest().filter(newest -> newest.size() >= atLeast));
    }

    /** The number of events that are covered by a checkpoint. */
    public long signedSize() {
        return store.newest().map(StoredCheckpoint::size).orElse(0L);
    }

    /**
     * Waits for a checkpoint of at least so many events; the smallest is the one that witnesses have had most time to sign.
     *
     * @throws ProblemException 503 if none is signed in time
     */
    public StoredCheckpoint covering(long size) throws InterruptedException {
        return await(() -> store.covering(size));
    }

    private static StoredCheckpoint await(Supplier<Optional<StoredCheckpoint>> look) throws InterruptedException {
        var deadline = System.nanoTime() + SIGNED_WITHIN.toNanos();
        for (var found = look.get(); true; found = look.get()) {
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw behind();
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static ProblemException behind() {
        return new ProblemException(Problem.of("checkpoint-behind", HttpStatus.SERVICE_UNAVAILABLE)
                .with("retryAfter", RETRY_AFTER_SECONDS));
    }
}
