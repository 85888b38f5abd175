package casebook.query.statistics.web;

import casebook.query.platform.PositionedReads;
import casebook.query.projection.Reading;
import casebook.query.statistics.projection.StatisticsProjection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets tables stand at a position for a while when the ledger goes on, unless a request asks for a later one: it is answered as if it had
 * come so much earlier.
 */
@Component
class StandingReads {

    private final PositionedReads reads;
    private final TablesProperties properties;
    private @Nullable StandingTables standing;

    StandingReads(PositionedReads reads, TablesProperties properties) {
        this.reads = reads;
        this.properties = properties;
    }

    /** @param newest whether nothing less than what is known now will do */
    <T> Mono<T> read(ServerWebExchange exchange, boolean newest, Function<StandingTables, Mono<T>> read) {
        return reads.read(
                exchange,
                reading -> {
                    var tables = newest ? newest(reading) : standing(reading, PositionedReads.minPosition(exchange));
                    exchange.getResponse().getHeaders().set(PositionedReads.POSITION, Long.toString(tables.position()));
                    return read.apply(tables);
                },
                StatisticsProjection.NAME);
    }

    /** Of which nothing is kept, unless that is where tables stand. */
    private synchronized StandingTables newest(Reading reading) {
        var current = standing;
        return current != null && current.standsFor(reading, reading.position(), properties.standFor())
                ? current.of(reading)
                : StandingTables.at(reading, properties.keep().toBytes());
    }

    private synchronized StandingTables standing(Reading reading, long atLeast) {
        var current = standing;
        if (current != null && current.standsFor(reading, atLeast, properties.standFor())) {
            return current.of(reading);
        }
        var next = StandingTables.at(reading, properties.keep().toBytes());
        if (current == null || !current.isAheadOf(reading)) {
            standing = next;
        }
        return next;
    }
}
