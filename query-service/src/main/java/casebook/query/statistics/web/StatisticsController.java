package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.exports.Format;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.LedgerEvents;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.projection.StatisticsModel;
import casebook.query.statistics.projection.StatisticsProjection;
import casebook.query.statistics.view.ChangedFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    private final KeptAnswers answers;
    private final LedgerEvents ledger;
    private final KnownTables tables;
    private final TableFiles files;
    private final ChangedFigures changes;
    private final Turns turns;

    StatisticsController(
            PositionedReads reads,
            KeptAnswers answers,
            LedgerEvents ledger,
            KnownTables tables,
            TableFiles files,
            ChangedFigures changes,
            Turns turns) {
        this.reads = reads;
        this.answers = answers;
        this.turns = turns;
        this.ledger = ledger;
        this.tables = tables;
        this.files = files;
        this.changes = changes;
    }

    @GetMapping("/yearly")
    @YearlyParameters
    @CategoryParameter
    @GroupParameter
    @TableParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "compare",
            description =
                    "Sets beside each row the year before and the change, in percent rounded half up to two places. Every group then has a row in every year"
                            + " of the table, which without from or to begins or ends with the outermost year there is",
            schema = @Schema(type = "string", example = "previous"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = YearlyTableView.class)))
    Mono<ResponseEntity<Object>> yearly(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.YEARLY, caller, exchange);
    }

    @GetMapping("/seizures")
    @Operation(summary = "Drugs seized by year: seizure cases and quantities, as UNODC asks for them")
    @YearlyParameters
    @CategoryParameter
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

    @GetMapping("/timeliness")
    @Operation(
            summary = "How soon incidents were reported, by the year of their occurrence",
            description = "The median and the 95th percentile are exact. Voided and imported incidents do not count")
    @YearlyParameters
    @CategoryParameter
    @TableParameters
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimelinessView.class)))
    Mono<ResponseEntity<Object>> timeliness(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.TIMELINESS, caller, exchange);
    }

    @GetMapping("/clearance")
    @Operation(
            summary = "How many case files were opened and closed, by year",
            description =
                    "A case counts if one of its incidents matches the filter. Merged cases count with the one that"
                            + " they were merged into; one that was opened again is closed no more")
    @YearlyParameters
    @CategoryParameter
    @TableParameters
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClearanceView.class)))
    Mono<ResponseEntity<Object>> clearance(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        return table(TableKind.CLEARANCE, caller, exchange);
    }

    private Mono<ResponseEntity<Object>> table(TableKind kind, Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = YearlyRequest.of(kind, exchange);
        var atLeast = PositionedReads.minPosition(exchange);
        return reads.read(
                exchange,
                reading -> tables.sight(reading, caller)
                        .flatMap(sight -> tables.question(request, reading, sight))
                        .flatMap(question -> request.format() == Format.JSON
                                ? json(request, question, reading, atLeast)
                                : file(request, question, reading)),
                StatisticsProjection.NAME);
    }

    private Mono<ResponseEntity<Object>> file(YearlyRequest request, TableQuestion question, Reading reading) {
        return tables.of(question, reading)
                .flatMap(table -> files.file(request, table, question.sight(), reading.position()));
    }

    /** A table of now may be that of a moment ago, and says so in {@code Casebook-Position}. */
    private Mono<ResponseEntity<Object>> json(
            YearlyRequest request, TableQuestion question, Reading reading, long atLeast) {
        var asked = AskedTable.of(question, request.asKnownAt().isPresent());
        var moment = new Moment(atLeast, reading.position(), new StatisticsModel(reading).generation());
        Supplier<Mono<byte[]>> made = () -> tables.of(question, reading).map(files::json);
        return (request.takesGzip() ? answers.compressed(asked, moment, made) : answers.answer(asked, moment, made))
                .map(answer -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)
                        .headers(headers -> {
                            if (request.takesGzip()) {
                                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                            }
                            if (!asked.isOfThePast()) {
                                headers.set(PositionedReads.POSITION, Long.toString(answer.position()));
                            }
                        })
                        .body(answer.bytes()));
    }

    @GetMapping("/yearly/changes")
    @YearlyParameters
    @CategoryParameter
    @GroupParameter
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
                .flatMap(span ->
                        turns.take(changes.between(span.first(), span.second(), reading, request.query(), sight)))
                .map(found -> ChangesView.of(found, request.query()));
    }
}
