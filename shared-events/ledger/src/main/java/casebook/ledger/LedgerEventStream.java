package casebook.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The endless stream of one processor. Axon's coordinator asks whether there is more after it has let go of its gate, so two of its threads may ask at a time: events
 * are fetched and taken by one of them after the other, or an event would come twice, or never.
 *
 * <p>It reads with a cursor of its own until it has come to where {@link NewestEvents} are. It asks only while the tail is known to be ahead of it; waiting costs nothing.
 */
final class LedgerEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Duration LONG = Duration.ofHours(1);

    private final ResumingCursor ledger;
    private final LedgerTail tail;
    private final EventDecoder decoder;
    private final NewestEvents newest;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long next;
    private LedgerTail.@Nullable Subscription subscription;

    LedgerEventStream(LedgerCollection ledger, LedgerTail tail, EventDecoder decoder, NewestEvents newest, long next) {
        this.ledger = new ResumingCursor(ledger);
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
        ledger.close();
    }

    /** Reads on until there is an event or the stream has caught up with the tail. */
    private synchronized boolean fill() {
        while (ready.isEmpty() && (ledger.isOpen() || tail.position() > next)) {
            readCommit();
        }
        return !ready.isEmpty();
    }

    private void readCommit() {
        if (!ledger.isOpen() && newest.reach(next)) {
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
        List<LedgerLine> lines = ledger.from(next);
        if (lines != null) {
            next = ledger.end();
            decoder.decode(lines).forEach(ready::add);
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
