package casebook.query.stream;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * One who listens: a place in the ledger, and the word that its connection has not taken yet. There is no other word until that one is taken, so
 * nothing is kept for who is slow.
 */
public final class Listener {

    private static final byte[] NOTHING = {};
    private static final long NO_POSITION = -1;

    private final Wish wish;
    private final Audience audience;
    private final Line line;
    private final Changes changes;
    private final AtomicReference<@Nullable MonoSink<byte[]>> ear = new AtomicReference<>();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile long position;
    private volatile long told;
    private volatile long spokenAt = System.nanoTime();
    private volatile boolean untaken;
    private volatile boolean heartbeatIsDue = true;
    private volatile boolean over;
    private volatile boolean closed;

    Listener(Wish wish, Line line, Changes changes) {
        this.wish = wish;
        this.audience = Audience.of(wish.caller());
        this.position = wish.after();
        this.told = wish.named() ? wish.after() : NO_POSITION;
        this.line = line;
        this.changes = changes;
    }

    /** What it is told: one word after the other, each asked for when the one before was taken. The server takes many ahead, so all are one. */
    <T> Flux<Mono<T>> words(Function<byte[], T> wrap) {
        var word = word().map(wrap);
        return Flux.generate(sink -> {
            if (over) {
                sink.complete();
            } else {
                sink.next(word);
            }
        });
    }

    private Mono<byte[]> word() {
        return line.drained()
                .doOnSuccess(_ -> untaken = false)
                .then(Mono.defer(this::look)
                        .repeat(() -> !over)
                        .filter(word -> word.length > 0)
                        .next())
                .doOnNext(_ -> {
                    spokenAt = System.nanoTime();
                    untaken = true;
                });
    }

    /** The next word, or nothing where it has to look again. */
    private Mono<byte[]> look() {
        var reason = ending.get();
        if (over) {
            return Mono.empty();
        }
        if (reason != null) {
            over = true;
            return Mono.just(changes.text().end(position, reason));
        }
        if (position >= wish.until()) {
            over = true;
            return Mono.empty();
        }
        if (heartbeatIsDue) {
            heartbeatIsDue = false;
            return Mono.just(heartbeat());
        }
        var more = changes.newest().beyond(position);
        return more == null
                ? Mono.create(this::waitFor)
                : changes.pages().from(position, wish.until(), more).map(this::read);
    }

    /** With the position if that is a later one than it knows: ids only rise. */
    private byte[] heartbeat() {
        if (position == told) {
            return changes.text().heartbeat();
        }
        told = position;
        return changes.text().heartbeat(position);
    }

    private void waitFor(MonoSink<byte[]> sink) {
        ear.set(sink);
        sink.onCancel(() -> changes.newest().leave(this));
        if (!changes.newest().join(this) || heartbeatIsDue || ending.get() != null) {
            call();
        }
    }

    private byte[] read(ChangePage page) {
        position = page.to();
        var word = page.toldTo(audience);
        told = word.length > 0 ? position : told;
        return word;
    }

    long position() {
        return position;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether a page is to be passed over for who waits: there is nothing in it, nor does it end there. If so, it waits behind it from now on. */
    boolean passes(ChangePage page) {
        if (position >= page.to()) {
            return true;
        }
        if (!follows(page) || page.toldTo(audience).length > 0) {
            return false;
        }
        position = page.to();
        return position < wish.until();
    }

    private boolean follows(ChangePage page) {
        return position == page.from() && page.to() <= wish.until();
    }

    void hear(ChangePage page) {
        var sink = ear.getAndSet(null);
        if (sink != null) {
            sink.success(follows(page) ? read(page) : NOTHING);
        }
    }

    /** Lets it look again, if it waits. */
    void call() {
        changes.newest().leave(this);
        var sink = ear.getAndSet(null);
        if (sink != null) {
            sink.success(NOTHING);
        }
    }

    /** Looks after it: at its patience with us and ours with it. */
    void attend(long nanos, Instant now, StreamProperties properties) {
        var silence = nanos - spokenAt;
        if (wish.expiry() != null && !now.isBefore(wish.expiry())) {
            end(Ending.EXPIRED);
        }
        if (!untaken && silence >= properties.heartbeat().toNanos()) {
            heartbeatIsDue = true;
            call();
        } else if (untaken && silence >= 2 * properties.patience().toNanos()) {
            line.cut();
        } else if (untaken && silence >= properties.patience().toNanos()) {
            end(Ending.SLOW);
        }
    }

    /** Has it told, as soon as its connection takes it, that this was the last word. */
    void end(Ending reason) {
        if (ending.compareAndSet(null, reason)) {
            changes.count(reason);
            call();
        }
    }

    void close() {
        closed = true;
        changes.newest().leave(this);
    }

    Wish wish() {
        return wish;
    }
}
