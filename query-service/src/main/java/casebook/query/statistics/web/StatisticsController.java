package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.http.Scope;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.YearlyQuery;
import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.ChangedFigures;
import casebook.query.statistics.view.YearlyTables;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
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
    private final ChangedFigures changes;

    StatisticsController(PositionedReads reads, LedgerEvents ledger, YearlyTables tables, ChangedFigures changes) {
        this.reads = reads;
        this.ledger = ledger;
        this.tables = tables;
        this.changes = changes;
    }

    @GetMapping("/yearly")
    @YearlyParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "compare",
            description =
                    "Sets beside each row the year before and the change, in percent rounded half up to two places",
            schema = @Schema(type = "string", example = "previous"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "asKnownAt",
            description = "An instant or a position",
            schema = @Schema(type = "string", example = "9123"))
    Mono<YearlyTableView> yearly(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = YearlyRequest.of(exchange);
        return reads.read(exchange, reading -> table(request, reading, caller.scope()), StatisticsProjection.NAME);
    }

    @GetMapping("/yearly/changes")
    @YearlyParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "between",
            required = true,
            description = "An instant or a position",
            schema = @Schema(type = "string", example = "9000"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "and",
            required = true,
            description = "An instant or a position, not before the other",
            schema = @Schema(type = "string", example = "9123"))
    Mono<ChangesView> changes(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = ChangesRequest.of(exchange);
        return reads.read(exchange, reading -> changes(request, reading, caller.scope()), StatisticsProjection.NAME);
    }

    private Mono<ChangesView> changes(ChangesRequest request, Reading reading, Scope scope) {
        return request.span(ledger, reading.position())
                .flatMap(span -> changes.between(span.first(), span.second(), reading, request.query(), scope))
                .map(found -> ChangesView.of(found, request.query()));
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
