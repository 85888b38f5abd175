package casebook.query.platform;

import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A moment of knowledge: what the ledger held at a position, or at an instant. */
public sealed interface AsOf {

    /** What lies below this index was known. */
    Mono<Long> index(LedgerEvents ledger);

    /** The same; and what the read models have not reached is not known yet. */
    default Mono<Long> index(Reading reading, LedgerEvents ledger) {
        return index(ledger).map(index -> Math.min(index, reading.position()));
    }

    /** The same text for the same moment, however it was written. */
    String text();

    static Optional<AsOf> parse(String text) {
        return Parameters.position(text)
                .<AsOf>map(AtPosition::new)
                .or(() -> Parameters.instantOf(text).map(AtInstant::new));
    }

    /** After so many events. */
    record AtPosition(long position) implements AsOf {
        @Override
        public Mono<Long> index(LedgerEvents ledger) {
            return Mono.just(position);
        }

        @Override
        public String text() {
            return Long.toString(position);
        }
    }

    /** With all the events that were recorded before the first one after it. */
    record AtInstant(Instant instant) implements AsOf {
        @Override
        public Mono<Long> index(LedgerEvents ledger) {
            return ledger.firstIndexAfter(instant);
        }

        @Override
        public String text() {
            return instant.toString();
        }
    }
}
