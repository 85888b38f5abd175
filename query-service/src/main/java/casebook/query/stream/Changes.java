package casebook.query.stream;

import casebook.http.ProblemException;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.ReadModels;
import casebook.query.projection.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells what changes, without end. How far the projections are is looked at once for all, and those who have heard everything are told of a page
 * that was read once; others take pages at their own pace.
 */
@Component
public final class Changes {

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    /** What happens meanwhile is told together, so that thousands are not woken for each event. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(1);

    private final ReadModels models;
    private final ChangePages pages;
    private final EventText text;
    private final StreamProperties properties;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Newest newest = new Newest();
    private final Seats seats;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Flux<Void> work;
    private volatile boolean closing;

    Changes(
            ReadModels models,
            LedgerEvents ledger,
            EventText text,
            StreamProperties properties,
            MeterRegistry metrics,
            Clock clock) {
        this.models = models;
        this.pages = new ChangePages(ledger, text);
        this.text = text;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.seats = new Seats(properties);
        this.work = Flux.merge(tellAgainAndAgain(), attendAgainAndAgain()).share();
        Gauge.builder("casebook.stream.listeners", seats, Seats::taken)
                .description("Who listens to the stream")
                .register(metrics);
        for (var reason : Ending.values()) {
            metrics.counter("casebook.stream.ended", "reason", reason.reason());
        }
    }

    /**
     * Lets somebody listen, until the listener is closed.
     *
     * @throws ProblemException 429 or 503 if there are too many already
     */
    public Listener open(Wish wish, Line line) {
        seats.take(wish.caller().subject());
        var listener = new Listener(wish, line, this);
        listeners.add(listener);
        if (closing) {
            listener.end(Ending.CLOSING);
        }
        return listener;
    }

    /**
     * What a listener is told, as server-sent events: each word is asked for when the connection has taken the one before.
     *
     * @param wrap makes of the bytes, which belong to many, what is written
     */
    public <T> Flux<Mono<T>> tell(Listener listener, Function<byte[], T> wrap) {
        return listener.words(wrap).takeUntilOther(work);
    }

    public void close(Listener listener) {
        if (listeners.remove(listener)) {
            listener.close();
            seats.leave(listener.wish().caller().subject());
        }
    }

    /** How far all that is told of has come, as soon as that is so far. */
    public Mono<Long> position(long atLeast) {
        return models.reached(atLeast, ChangePages.PROJECTIONS).map(Reading::position);
    }

    Newest newest() {
        return newest;
    }

    ChangePages pages() {
        return pages;
    }

    EventText text() {
        return text;
    }

    void count(Ending reason) {
        metrics.counter("casebook.stream.ended", "reason", reason.reason()).increment();
    }

    private Flux<Void> tellAgainAndAgain() {
        return Mono.defer(this::head)
                .flatMap(this::tell)
                .then(Mono.delay(PAUSE))
                .repeat()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AFTER_A_FAILURE))
                .thenMany(Flux.empty());
    }

    /** Looked at anew also where nothing happens, for a rebuild replaces what a reading reads. */
    private Mono<Reading> head() {
        return models.reached(newest.position() + 1, ChangePages.PROJECTIONS)
                .onErrorResume(ProblemException.class, _ -> models.reached(0, ChangePages.PROJECTIONS));
    }

    private Mono<ChangePage> tell(Reading head) {
        return newest.take(head)
                ? pages.from(newest.position(), head.position(), head).doOnNext(newest::tell)
                : Mono.empty();
    }

    private Flux<Void> attendAgainAndAgain() {
        var quarter = properties.patience().dividedBy(4);
        return Flux.interval(quarter.compareTo(LONGEST_ROUND) < 0 ? quarter : LONGEST_ROUND)
                .onBackpressureDrop()
                .doOnNext(_ -> attend())
                .thenMany(Flux.empty());
    }

    private void attend() {
        var nanos = System.nanoTime();
        var now = clock.instant();
        listeners.forEach(listener -> listener.attend(nanos, now, properties));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        listeners.forEach(listener -> listener.end(Ending.CLOSING));
    }
}
