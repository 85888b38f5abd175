package casebook.query.access;

import casebook.ledger.OutcomeUnknown;
import casebook.ledger.RecordLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records what was answered already, again and again until that is done. While too much waits, reads wait too. */
@Component
final class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final RecordLog<Access> records;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter lost;

    Afterwards(RecordLog<Access> records, AccessProperties properties, MeterRegistry registry) {
        this.records = records;
        this.mostWaiting = properties.mostWaiting();
        this.lost = Counter.builder("casebook.access.lost")
                .description("Masked reads that were answered and never recorded")
                .register(registry);
        Gauge.builder("casebook.access.waiting", waiting, AtomicInteger::get)
                .description("Masked reads that were answered and are not recorded yet")
                .register(registry);
    }

    /** Completes at once, or if too much waits when this is recorded. */
    Mono<Void> record(RecordLog.Page page) {
        return Mono.defer(() -> {
            var crowded = waiting.incrementAndGet() > mostWaiting;
            var recorded = untilRecorded(page).whenComplete((done, e) -> {
                waiting.decrementAndGet();
                if (e != null) {
                    lost.increment();
                    LOG.error("It was not recorded who looked at a masked person: {}", e.toString());
                }
            });
            return crowded ? Mono.fromFuture(recorded, true).onErrorComplete() : Mono.empty();
        });
    }

    /** Only what may yet succeed is tried again; each attempt takes its time. */
    private CompletableFuture<Void> untilRecorded(RecordLog.Page page) {
        return attempt(page).exceptionallyCompose(e -> {
            var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            return cause instanceof OutcomeUnknown ? untilRecorded(page) : CompletableFuture.failedFuture(cause);
        });
    }

    private CompletableFuture<Void> attempt(RecordLog.Page page) {
        try {
            return records.append(page);
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }
}
