package casebook.query.projection;

import casebook.ledger.LedgerLine;
import casebook.ledger.LedgerReader;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a view reads from the ledger itself: the events of one aggregate. Nothing here blocks the caller. */
public final class LedgerEvents {

    private final LedgerReader reader;

    public LedgerEvents(LedgerReader reader) {
        this.reader = reader;
    }

    /** The events of an aggregate below an index, in order. */
    public Mono<List<LedgerEvent>> of(String aggregate, long toIndexExclusive) {
        return Mono.fromCallable(() -> reader.events(aggregate, toIndexExclusive).stream()
                        .map(LedgerEvent::of)
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The lines from an index up to another, or up to where the ledger ends, in order. */
    public Mono<List<LedgerLine>> lines(long fromIndex, long toIndexExclusive) {
        return Mono.fromCallable(() -> {
                    try (var lines = reader.lines(fromIndex, toIndexExclusive)) {
                        return lines.stream().toList();
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The number of events in the ledger. */
    public Mono<Long> position() {
        return Mono.fromCallable(reader::position).subscribeOn(Schedulers.boundedElastic());
    }

    /** No event before an index was recorded later than this. */
    public Mono<Instant> latestBefore(long index) {
        return Mono.fromCallable(() -> reader.latestBefore(index)).subscribeOn(Schedulers.boundedElastic());
    }

    /** The index of the first event recorded after an instant: what was known then is what lies below it. */
    public Mono<Long> firstIndexAfter(Instant instant) {
        return Mono.fromCallable(() -> reader.firstIndexAfter(instant)).subscribeOn(Schedulers.boundedElastic());
    }
}
