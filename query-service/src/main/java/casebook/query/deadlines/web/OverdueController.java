package casebook.query.deadlines.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.deadlines.view.OverdueList;
import casebook.query.deadlines.view.OverdueViews;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.exports.Format;
import casebook.query.exports.ListFiles;
import casebook.query.exports.ListFiles.Export;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
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
    private final ListFiles files;

    OverdueController(PositionedReads reads, OverdueViews overdue, ListFiles files) {
        this.reads = reads;
        this.overdue = overdue;
        this.files = files;
    }

    @GetMapping
    @Operation(
            summary = "What is overdue, what was due first, first",
            description =
                    "Missed deadlines of incidents, cases and exhibits whose matter is still owed. A report that came too late is overdue "
                            + "until it is accepted or voided. A case stands under the station of its first incident that the caller may see. All that was "
                            + "ever missed stands in `missedDeadlines` of the incident or case.")
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "A file with all rows, its position, time and code; Accept asks for the same",
            schema = @Schema(type = "string", example = "csv"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverdueList.class)))
    Mono<ResponseEntity<Object>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var format = Format.ofList(parameters, exchange);
        var limit = parameters.limit(USUAL_LIMIT);
        parameters.check();
        return reads.read(
                exchange,
                reading -> format == Format.JSON
                        ? overdue.of(reading, caller, limit).map(ResponseEntity::ok)
                        : files.file(
                                OverdueListing.COLUMNS,
                                Export.of(format, parameters, List.of(), caller.scope(), reading.position()),
                                overdue.all(reading, caller)),
                IncidentsProjection.NAME,
                CasesProjection.NAME,
                ExhibitsProjection.NAME);
    }
}
