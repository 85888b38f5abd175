package casebook.query.stream;

import casebook.http.Caller;
import casebook.http.ProblemException;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.ReadModels;
import casebook.query.projection.Reading;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Tells what changes, without end. Each listener takes pages at its own pace and holds nothing but its place, so that one who is slow costs no
 * memory and hears all the same; how far the projections are is looked at once for all.
 */
@Component
public final class Changes {

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final ReadModels models;
    private final ChangePages pages;
    private final Flux<Reading> heads;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    Changes(ReadModels models, LedgerEvents ledger) {
        this.models = models;
        this.pages = new ChangePages(ledger);
        this.heads = heads().replay(1).refCount();
    }

    /**
     * All changes after a position that the caller may see, in order; ends when the service does.
     *
     * @param caller whose scope and seals are applied as they are when a page of changes is read
     */
    public Flux<ChangeView> after(long position, Caller caller) {
        return seen(pages(position), caller);
    }

    /** Those up to a position, once all of them are there. */
    public Flux<ChangeView> between(long position, long end, Caller caller) {
        return position >= end
                ? Flux.empty()
                : pages(position)
                        .takeUntil(page -> page.to() >= end)
                        .transform(found -> seen(found, caller))
                        .takeWhile(change -> change.position() <= end);
    }

    private Flux<ChangePage> pages(long position) {
        return next(position).expand(page -> next(page.to())).takeUntilOther(closing.asMono());
    }

    private static Flux<ChangeView> seen(Flux<ChangePage> pages, Caller caller) {
        return pages.concatMapIterable(ChangePage::changes, 1)
                .handle((change, sink) -> change.seenBy(caller).ifPresent(sink::next));
    }

    /** How far all that is told of has come. */
    public Mono<Long> position() {
        return models.reached(0, ChangePages.PROJECTIONS).map(Reading::position);
    }

    private Mono<ChangePage> next(long position) {
        return heads.filter(head -> head.position() > position).next().flatMap(head -> pages.from(position, head));
    }

    private Flux<Reading> heads() {
        return models.reached(0, ChangePages.PROJECTIONS)
                .expand(head -> models.reached(head.position() + 1, ChangePages.PROJECTIONS)
                        .onErrorResume(ProblemException.class, behind -> models.reached(0, ChangePages.PROJECTIONS)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AFTER_A_FAILURE));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
