package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.http.Scope;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.YearlyTables;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The yearly table, for every role; a caller's scope leaves out what the caller may not see. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

    private final PositionedReads reads;
    private final LedgerEvents ledger;
    private final YearlyTables tables;

    StatisticsController(PositionedReads reads, LedgerEvents ledger, YearlyTables tables) {
        this.reads = reads;
        this.ledger = ledger;
        this.tables = tables;
    }

    @GetMapping("/yearly")
    Mono<YearlyTableView> yearly(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = YearlyRequest.of(exchange);
        return reads.read(exchange, reading -> table(request, reading, caller.scope()), StatisticsProjection.NAME);
    }

    private Mono<YearlyTableView> table(YearlyRequest request, Reading reading, Scope scope) {
        var query = request.query();
        return request.asKnownAt()
                .map(moment -> moment.index(ledger).flatMap(index -> known(index, query, reading, scope)))
                .orElseGet(() -> tables.now(reading, query, scope)
                        .map(table -> YearlyTableView.of(reading.position(), query, table)));
    }

    /** What the projection has not reached is not known yet. */
    private Mono<YearlyTableView> known(long index, YearlyQuery query, Reading reading, Scope scope) {
        var position = Math.min(index, reading.position());
        return tables.asKnownAt(position, reading, query, scope)
                .map(table -> YearlyTableView.of(position, query, table));
    }
}
