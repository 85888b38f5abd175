package casebook.query.platform;

import casebook.query.projection.LedgerEvents;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A moment of knowledge: what the ledger held at a position, or at an instant. */
public sealed interface AsOf {

    /** What lies below this index was known. */
    Mono<Long> index(LedgerEvents ledger);

    /** Whether a list that was asked for as of this can be shown as of a position: the ledger may not have reached this yet. */
    boolean admits(long position);

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
        public boolean admits(long reached) {
            return reached <= position;
        }
    }

    /** With all the events that were recorded before the first one after it. */
    record AtInstant(Instant instant) implements AsOf {
        @Override
        public Mono<Long> index(LedgerEvents ledger) {
            return ledger.firstIndexAfter(instant);
        }

        @Override
        public boolean admits(long reached) {
            return true;
        }
    }
}
