package casebook.ledger;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends to the ledger. It packs what waits into one commit, so that many callers share the price
 * of one durable insert. Writers of other processes may append at the same time.
 */
public final class LedgerWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);

    private final Inbox inbox;
    private final Committer committer;
    private final LongConsumer onPosition;
    private final Duration giveUpAfter;
    private final Thread thread;

    /** Starts the thread of a writer that compares the ledger with no checkpoint. MongoDB need not be reachable yet. */
    public LedgerWriter(MongoDatabase database, LedgerProperties properties, MeterRegistry registry, LedgerTail tail) {
        this(database, properties, registry, tail::advanceTo, () -> {}, Commit::following);
    }

    /** Starts the thread of a writer that appends to the ledger only while that is the one that was signed. */
    LedgerWriter(
            MongoDatabase database,
            LedgerProperties properties,
            MeterRegistry registry,
            LedgerTail tail,
            LedgerTrust trust) {
        this(database, properties, registry, tail::advanceTo, trust::require, Commit::following);
    }

    LedgerWriter(
            MongoDatabase database,
            LedgerProperties properties,
            MeterRegistry registry,
            LongConsumer onPosition,
            Runnable permission,
            CommitFormat format) {
        LedgerCollection ledger = new LedgerCollection(database, properties.readBatch());
        this.inbox = new Inbox(properties.maxBatch());
        this.committer = new Committer(
                new CommitStore(ledger, properties.attemptTimeout()),
                permission,
                format,
                UUID.randomUUID().toString(),
                new LedgerMetrics(registry));
        this.onPosition = onPosition;
        this.giveUpAfter = properties.giveUpAfter();
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::run);
    }

    /**
     * Hands events over that become durable together or not at all. Completes with the index of the last of them, or exceptionally: with
     * {@link DuplicateEvent} if the ledger has one of their keys, with {@link LedgerUntrusted} if it is not the one that was signed, with
     * {@link OutcomeUnknown} after giving up.
     *
     * @throws DuplicateEvent if the events have one key or id twice
     * @throws AppendTooLarge if the events do not fit into one commit
     * @throws IllegalStateException if the writer is closed
     */
    CompletableFuture<Long> append(List<PendingEvent> events) {
        Append append = new Append(events);
        CompletableFuture<Long> answer = append.answer()
                .orTimeout(giveUpAfter.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(
                        e instanceof TimeoutException ? new OutcomeUnknown(giveUpAfter, e) : e));
        inbox.add(append);
        return answer;
    }

    /** Refuses further appends and returns when those that wait are answered. */
    @Override
    public void close() {
        inbox.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (List<Append> batch = inbox.next(); !batch.isEmpty(); batch = inbox.next()) {
                commit(batch);
            }
        } catch (InterruptedException e) {
            inbox.close();
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the thread must live and no caller be told that nothing was written. */
    private void commit(List<Append> batch) {
        try {
            onPosition.accept(committer.commit(batch));
        } catch (RuntimeException | Error e) {
            log.error("A commit failed for a reason that the writer does not know", e);
            committer.forgetHead();
            batch.forEach(append -> append.answer().completeExceptionally(new OutcomeUnknown(e)));
        }
    }
}
