package casebook.ledger;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endless stream of one processor. Axon's coordinator asks whether there is more after it has let go of its gate, so two of its threads may ask at a time: events
 * are fetched and taken by one of them after the other, or an event would come twice, or never.
 *
 * <p>It reads with a cursor of its own until it has come to where {@link NewestEvents} are. It asks only while the tail is known to be ahead of it; waiting costs nothing.
 */
final class LedgerEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(LedgerEventStream.class);
    private static final Duration LONG = Duration.ofHours(1);

    private final LedgerCollection ledger;
    private final LedgerTail tail;
    private final EventDecoder decoder;
    private final NewestEvents newest;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long next;
    private @Nullable CommitCursor cursor;
    private LedgerTail.@Nullable Subscription subscription;

    LedgerEventStream(LedgerCollection ledger, LedgerTail tail, EventDecoder decoder, NewestEvents newest, long next) {
        this.ledger = ledger;
        this.tail = tail;
        this.decoder = decoder;
        this.newest = newest;
        this.next = next;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(ready.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return fill() || (tail.awaitBeyond(next(), Duration.of(timeout, unit.toChronoUnit())) && fill());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        var taken = take();
        while (taken == null) {
            tail.awaitBeyond(next(), LONG);
            taken = take();
        }
        deserialize(taken);
        return taken;
    }

    /** Here, on the coordinator's thread, while the processor's own is busy with earlier events; once for all streams that are given the same message. */
    private static void deserialize(TrackedEventMessage<?> event) {
        synchronized (event) {
            event.getPayload();
            event.getMetaData();
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        fill();
        return ready.poll();
    }

    private synchronized long next() {
        return next;
    }

    @Override
    public synchronized boolean setOnAvailableCallback(Runnable callback) {
        endSubscription();
        subscription = tail.onGrowth(callback);
        return true;
    }

    @Override
    public synchronized void close() {
        endSubscription();
        closeCursor();
    }

    /** Reads on until there is an event or the stream has caught up with the tail. */
    private synchronized boolean fill() {
        while (ready.isEmpty() && (cursor != null || tail.position() > next)) {
            readCommit();
        }
        return !ready.isEmpty();
    }

    private void readCommit() {
        if (cursor == null && newest.reach(next)) {
            takeNewest();
        } else {
            readOn();
        }
    }

    private void takeNewest() {
        var part = newest.from(next);
        if (part != null) {
            next = part.end();
            ready.addAll(part.events());
        }
    }

    private void readOn() {
        CommitCursor open = cursor == null ? ledger.events(next, Long.MAX_VALUE) : cursor;
        cursor = open;
        List<LedgerLine> lines = nextOf(open);
        if (lines == null) {
            closeCursor();
        } else {
            next = Math.max(next, open.position());
            decoder.decode(lines).forEach(ready::add);
        }
    }

    /** A cursor that the server has lost, because it was restarted or nobody read for long, is simply opened again. */
    private @Nullable List<LedgerLine> nextOf(CommitCursor open) {
        try {
            return open.next();
        } catch (MongoException e) {
            log.info("The stream is opened again at {}: {}", next, e.toString());
            return null;
        }
    }

    private void closeCursor() {
        CommitCursor open = cursor;
        cursor = null;
        if (open != null) {
            open.close();
        }
    }

    private void endSubscription() {
        LedgerTail.Subscription ended = subscription;
        subscription = null;
        if (ended != null) {
            ended.close();
        }
    }
}
