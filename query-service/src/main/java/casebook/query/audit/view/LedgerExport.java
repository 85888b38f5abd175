package casebook.query.audit.view;

import casebook.ledger.LedgerLines;
import casebook.ledger.LedgerReader;
import casebook.query.links.projection.LinksProjection;
import casebook.query.projection.ReadModels;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The ledger's lines, for an auditor. Nothing here blocks the caller. */
@Component
public final class LedgerExport {

    /** By which the clocks of several writers may disagree; beyond it, a search from an instant may begin too late. */
    private static final Duration CLOCKS_DISAGREE_BY = Duration.ofHours(1);

    private final LedgerReader ledger;
    private final ReadModels models;

    LedgerExport(LedgerReader ledger, ReadModels models) {
        this.ledger = ledger;
        this.models = models;
    }

    /** The number of events in the ledger, as soon as it is known to be that high. */
    public Mono<Long> position(long atLeast) {
        var position = blocking(ledger::position);
        return atLeast == 0
                ? position
                : models.reached(atLeast, LinksProjection.NAME).then(position);
    }

    /** The lines below a position that pass a filter. */
    public Flux<DataBuffer> events(EventFilter filter, long position) {
        return LineStream.of(() -> open(filter, position), filter, filter.limit());
    }

    private LedgerLines open(EventFilter filter, long position) {
        if (filter.aggregate().isPresent()) {
            return ledger.lines(List.of(filter.aggregate().get()), position);
        }
        var earliest = filter.from()
                .map(from -> ledger.firstIndexFrom(from.minus(CLOCKS_DISAGREE_BY)))
                .orElse(0L);
        var first = Math.min(filter.after(), position - 1) + 1;
        return ledger.lines(Math.max(first, earliest), position);
    }

    /** The lines below a position of an incident or case, and of what was ever linked to it; empty if there is no such thing. */
    public Mono<Flux<DataBuffer>> timeline(String id, long position) {
        return linked(id, position)
                .map(ids -> LineStream.of(() -> ledger.lines(ids, position), _ -> true, Long.MAX_VALUE));
    }

    /** The ids of an incident or case and of what was ever linked to it; empty if there was no such thing at a position. */
    public Mono<Set<String>> linked(String id, long position) {
        return blocking(() -> ledger.indexOf(id, 0))
                .filter(first -> first.isPresent() && first.getAsLong() < position)
                .flatMap(_ -> models.reached(position, LinksProjection.NAME))
                .flatMap(reading -> Linked.to(id, reading));
    }

    private static <T> Mono<T> blocking(Callable<T> read) {
        return Mono.fromCallable(read).subscribeOn(Schedulers.boundedElastic());
    }
}
