package casebook.query.statistics.web;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.query.exports.Format;
import casebook.query.platform.AsOf;
import casebook.query.platform.Parameters;
import casebook.query.projection.LedgerEvents;
import casebook.query.statistics.YearlyQuery;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Between which moments of knowledge the figures of a table are compared. */
record ChangesRequest(YearlyQuery query, AsOf first, AsOf second) {

    /** @throws ProblemException 400 that names every bad parameter */
    static ChangesRequest of(ServerWebExchange exchange) {
        var parameters = Parameters.of(exchange);
        var query = YearlyRequest.query(parameters);
        var first = parameters.required("between", "as-of", AsOf::parse);
        var second = parameters.required("and", "as-of", AsOf::parse);
        Format.refuseFiles(parameters);
        parameters.check();
        return new ChangesRequest(query, first.orElseThrow(), second.orElseThrow());
    }

    /**
     * What was known at the two moments, up to a position; 400 if the second is before the first.
     *
     * @param reached what lies behind it is not known yet
     */
    Mono<Span> span(LedgerEvents ledger, long reached) {
        return Mono.zip(first.index(ledger), second.index(ledger), Span::new)
                .doOnNext(Span::check)
                .map(span -> new Span(Math.min(span.first, reached), Math.min(span.second, reached)));
    }

    /** From one position to another. */
    record Span(long first, long second) {

        private void check() {
            if (second < first) {
                throw new ProblemException(Problem.invalid(Fault.parameter("and", "moment-order")));
            }
        }
    }
}
