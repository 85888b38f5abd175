package casebook.query.access;

import casebook.ledger.LedgerLines;
import casebook.ledger.RecordLog;
import casebook.ledger.StoredCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Finds in the records who looked at what. By subject that is quick; otherwise all records of the time are read. */
@Component
public final class AccessRecords {

    /** By which the clocks of several instances may disagree. */
    private static final Duration CLOCKS_DISAGREE_BY = Duration.ofHours(1);

    private final RecordLog<Access> records;

    AccessRecords(RecordLog<Access> records) {
        this.records = records;
    }

    /** In the order in which they were recorded, read as they are taken. */
    public Flux<AccessView> find(AccessQuery query) {
        return Flux.<AccessView, LedgerLines>generate(
                        () -> open(query),
                        (lines, sink) -> {
                            if (lines.hasNext()) {
                                var line = lines.next();
                                sink.next(AccessView.of(line, records.read(line)));
                            } else {
                                sink.complete();
                            }
                            return lines;
                        },
                        lines -> Schedulers.boundedElastic().schedule(lines::close))
                .filter(query::wants)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The newest checkpoint that was signed over the records; empty where nobody signs them. Blocks. */
    public Optional<StoredCheckpoint> checkpoint() {
        return records.checkpoint();
    }

    private LedgerLines open(AccessQuery query) {
        return query.subject()
                .map(records::about)
                .orElseGet(() -> records.from(
                        query.from().map(from -> from.minus(CLOCKS_DISAGREE_BY)).orElse(Instant.EPOCH)));
    }
}
