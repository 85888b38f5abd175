package casebook.query.platform;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.ReadModels;
import casebook.query.projection.Reading;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives every read its position: waits for {@code Casebook-Min-Position}, and answers with {@code Casebook-Position}. */
@Component
public final class PositionedReads {

    public static final String POSITION = "Casebook-Position";
    public static final String MIN_POSITION = "Casebook-Min-Position";

    private final ReadModels models;
    private final LedgerEvents ledger;

    PositionedReads(ReadModels models, LedgerEvents ledger) {
        this.models = models;
        this.ledger = ledger;
    }

    /** @param projections all that the read takes anything from */
    public <T> Mono<T> read(ServerWebExchange exchange, Function<Reading, Mono<T>> read, String... projections) {
        return read(exchange, 0, read, projections);
    }

    /**
     * A page of a list, which needs the position that the pages before it showed.
     *
     * @return fails with 400 where the ledger was never there: this service has not made such a cursor
     */
    public <T> Mono<T> page(
            ServerWebExchange exchange, ListQuery query, Function<Reading, Mono<T>> read, String... projections) {
        var atLeast = query.atLeast();
        return atLeast == 0
                ? read(exchange, read, projections)
                : ledger.position()
                        .filter(end -> atLeast <= end)
                        .switchIfEmpty(Mono.error(
                                () -> new ProblemException(Problem.invalid(Fault.parameter("cursor", "cursor")))))
                        .flatMap(end -> read(exchange, atLeast, read, projections));
    }

    /** @param atLeast a position that the read needs, whatever the request asks for */
    public <T> Mono<T> read(
            ServerWebExchange exchange, long atLeast, Function<Reading, Mono<T>> read, String... projections) {
        var position = Math.max(atLeast, minPosition(exchange));
        return models.reached(position, projections).flatMap(reading -> {
            exchange.getResponse().getHeaders().set(POSITION, Long.toString(reading.position()));
            return read.apply(reading);
        });
    }

    /** @throws ProblemException 400 if the header is not from 0 to 2^63-1 */
    public static long minPosition(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(MIN_POSITION);
        if (header == null) {
            return 0;
        }
        return Parameters.position(header)
                .orElseThrow(() -> new ProblemException(Problem.invalid(Fault.parameter(MIN_POSITION, "position"))));
    }
}
