package casebook.query.cases.web;

import static casebook.query.cases.projection.CasesProjection.NAME;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.view.CaseQuery;
import casebook.query.cases.view.CaseRow;
import casebook.query.cases.view.CaseView;
import casebook.query.cases.view.CaseViews;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.exports.Format;
import casebook.query.exports.ListFiles;
import casebook.query.exports.ListFiles.Export;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Answers;
import casebook.query.platform.AsOf;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Known;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.ViewRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/cases")
class CasesController {

    private final PositionedReads reads;
    private final CaseViews cases;
    private final ListFiles files;

    CasesController(PositionedReads reads, CaseViews cases, ListFiles files) {
        this.reads = reads;
        this.cases = cases;
        this.files = files;
    }

    @GetMapping
    @Parameter(in = ParameterIn.QUERY, name = "status", schema = @Schema(type = "string", example = "OPEN"))
    @Parameter(in = ParameterIn.QUERY, name = "station", schema = @Schema(type = "string", example = "VN-09-TAN-THANH"))
    @Parameter(in = ParameterIn.QUERY, name = "province", schema = @Schema(type = "string", example = "VN-09"))
    @Parameter(in = ParameterIn.QUERY, name = "lead", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "overdue",
            description = "Whether a deadline of the case itself passed and is still owed",
            schema = @Schema(type = "boolean"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "Words, all of which occur; with or without accents, over the titles",
            schema = @Schema(type = "string", example = "ma tuy"))
    @Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(type = "string", example = "-openedAt"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "asOf",
            description =
                    "An instant or a position: what the ledger knew then, of what the caller may see now. The cursor of a page keeps the position",
            schema = @Schema(type = "string", example = "9123"))
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "A file with all rows, its position, filter, time and code; Accept asks for the same",
            schema = @Schema(type = "string", example = "csv"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CasePage.class)))
    Mono<ResponseEntity<Object>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var format = Format.ofList(parameters, exchange);
        var query = CaseQuery.of(parameters);
        parameters.check();
        return reads.page(
                exchange,
                query.page(),
                reading -> cases.known(reading, query)
                        .flatMap(known -> format == Format.JSON
                                ? cases.list(known, query, caller, caller.scope())
                                        .map(ResponseEntity::ok)
                                : file(format, query, caller, known, parameters)),
                NAME);
    }

    private Mono<ResponseEntity<Object>> file(
            Format format, CaseQuery query, Caller caller, Known known, Parameters parameters) {
        var export = Export.of(format, parameters, CaseQuery.PARAMETERS, caller.scope(), known.position());
        return files.file(CaseListing.COLUMNS, export, cases.all(known.standing(), query, caller));
    }

    @GetMapping("/{id}")
    @Parameter(in = ParameterIn.QUERY, name = "asOf", schema = @Schema(type = "string", example = "9123"))
    Mono<ResponseEntity<CaseView>> one(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var moment = parameters.one("asOf", "as-of", AsOf::parse);
        parameters.check();
        var request = ViewRequest.of(exchange, caller);
        return reads.read(
                exchange,
                reading -> Answers.found(
                                id,
                                uuid -> moment.map(then -> cases.asOf(reading, uuid, then, request))
                                        .orElseGet(() -> cases.now(reading, uuid, request)))
                        .map(caseFile -> Answers.versioned(caseFile, caseFile.version())),
                NAME,
                IncidentsProjection.NAME,
                ExhibitsProjection.NAME);
    }

    @GetMapping("/{id}/history")
    Mono<List<HistoryEntry>> history(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = ViewRequest.of(exchange, caller);
        return reads.read(
                exchange,
                reading -> Answers.found(id, uuid -> cases.history(reading, uuid, request)),
                NAME,
                IncidentsProjection.NAME);
    }

    /** What a page is described as. */
    private record CasePage(List<CaseRow> items, @Nullable String next) {}
}
