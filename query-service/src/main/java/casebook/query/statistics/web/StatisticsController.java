package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.exports.ExportCodes;
import casebook.query.exports.Issued;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.ChangedFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The yearly figures, for every role; what the caller may not see is left out. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

    private final PositionedReads reads;
    private final LedgerEvents ledger;
    private final KnownTables tables;
    private final TableFiles files;
    private final ChangedFigures changes;
    private final ExportCodes codes;

    StatisticsController(
            PositionedReads reads,
            LedgerEvents ledger,
            KnownTables tables,
            TableFiles files,
            ChangedFigures changes,
            ExportCodes codes) {
        this.reads = reads;
        this.ledger = ledger;
        this.tables = tables;
        this.files = files;
        this.changes = changes;
        this.codes = codes;
    }

    @GetMapping("/yearly")
    @YearlyParameters
    @TableParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "compare",
            description =
                    "Sets beside each row the year before and the change, in percent rounded half up to two places",
            schema = @Schema(type = "string", example = "previous"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = YearlyTableView.class)))
    Mono<ResponseEntity<Object>> yearly(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.YEARLY, caller, exchange);
    }

    @GetMapping("/seizures")
    @Operation(summary = "Drugs seized by year: seizure cases and quantities, as UNODC asks for them")
    @YearlyParameters
    @TableParameters
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DrugSeizuresView.class)))
    Mono<ResponseEntity<Object>> seizures(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.SEIZURES, caller, exchange);
    }

    @GetMapping("/trafficking")
    @Operation(summary = "Trafficking in persons by year: victims and offenders, as UNODC asks for them")
    @YearlyParameters
    @TableParameters
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TraffickingView.class)))
    Mono<ResponseEntity<Object>> trafficking(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.TRAFFICKING, caller, exchange);
    }

    private Mono<ResponseEntity<Object>> table(TableKind kind, Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = YearlyRequest.of(kind, exchange);
        return reads.read(
                exchange,
                reading -> tables.sight(reading, caller)
                        .flatMap(sight -> tables.of(request, reading, sight)
                                .flatMap(table -> files.answer(request, table, sight))),
                StatisticsProjection.NAME);
    }

    @GetMapping("/verify")
    @Operation(
            summary = "The table that an export shows, by its code, as it was",
            description = "Of the export of a list: which list, by which filter, at which position")
    @Parameter(in = ParameterIn.QUERY, name = "code", required = true, schema = @Schema(type = "string"))
    Mono<Object> verify(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var code =
                parameters.required("code", "blank", text -> Optional.of(text).filter(given -> !given.isBlank()));
        parameters.check();
        return codes.find(code.orElseThrow())
                .filter(issued -> issued.isFor(caller.scope()))
                .flatMap(issued -> again(issued, caller, exchange))
                .switchIfEmpty(Mono.defer(() -> reads.read(exchange, _ -> notFound(), StatisticsProjection.NAME)));
    }

    private static Mono<Object> notFound() {
        return Mono.error(() -> new ProblemException(Problem.notFound()));
    }

    /** A table is for who might have seen all of it when it was made, whatever was sealed since. */
    private Mono<Object> again(Issued issued, Caller caller, ServerWebExchange exchange) {
        return reads.read(
                exchange,
                issued.position(),
                reading -> TableKind.of(issued.table())
                        .map(kind -> tables.sightAt(issued.position(), reading, caller)
                                .filter(sight -> issued.hidden().containsAll(sight.hidden()))
                                .flatMap(_ -> table(kind, issued, reading)))
                        .orElseGet(() -> Mono.just(IssuedView.of(issued))),
                StatisticsProjection.NAME);
    }

    private Mono<Object> table(TableKind kind, Issued issued, Reading reading) {
        return tables.at(issued.position(), YearlyFilter.parse(issued.filter()), reading, sightOf(issued))
                .map(kind::view);
    }

    private static Sight sightOf(Issued issued) {
        return new Sight(issued.scope(), issued.hidden());
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
        return reads.read(
                exchange,
                reading -> tables.sight(reading, caller).flatMap(sight -> changes(request, reading, sight)),
                StatisticsProjection.NAME);
    }

    private Mono<ChangesView> changes(ChangesRequest request, Reading reading, Sight sight) {
        return request.span(ledger, reading.position())
                .flatMap(span -> changes.between(span.first(), span.second(), reading, request.query(), sight))
                .map(found -> ChangesView.of(found, request.query()));
    }
}
