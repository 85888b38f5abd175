package casebook.query.deadlines.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.deadlines.view.OverdueList;
import casebook.query.deadlines.view.OverdueViews;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/cases/overdue")
class OverdueController {

    private static final int USUAL_LIMIT = 1000;

    private final PositionedReads reads;
    private final OverdueViews overdue;

    OverdueController(PositionedReads reads, OverdueViews overdue) {
        this.reads = reads;
        this.overdue = overdue;
    }

    @GetMapping
    @Operation(
            summary = "What is overdue, what was due first, first",
            description =
                    "Missed deadlines of incidents, cases and exhibits whose matter is still owed. A report that came too late is overdue "
                            + "until it is accepted or voided. A case stands under the station of its first incident that the caller may see. All that was "
                            + "ever missed stands in `missedDeadlines` of the incident or case.")
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer"))
    Mono<OverdueList> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var limit = parameters.limit(USUAL_LIMIT);
        parameters.check();
        return reads.read(
                exchange,
                reading -> overdue.of(reading, caller, limit),
                IncidentsProjection.NAME,
                CasesProjection.NAME,
                ExhibitsProjection.NAME);
    }
}
