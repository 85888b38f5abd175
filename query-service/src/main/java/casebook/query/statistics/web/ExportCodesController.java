package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.exports.ExportCodes;
import casebook.query.exports.ExportedList;
import casebook.query.exports.Format;
import casebook.query.exports.Issued;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.Reading;
import casebook.query.statistics.Sight;
import casebook.query.statistics.projection.StatisticsProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells what an export shows, by the code on it. */
@RestController
@RequestMapping("/api/v1/statistics/verify")
class ExportCodesController {

    private final PositionedReads reads;
    private final KnownTables tables;
    private final ExportCodes codes;
    private final List<ExportedList> lists;

    ExportCodesController(PositionedReads reads, KnownTables tables, ExportCodes codes, List<ExportedList> lists) {
        this.lists = List.copyOf(lists);
        this.reads = reads;
        this.tables = tables;
        this.codes = codes;
    }

    @GetMapping
    @Operation(
            summary = "The table that an export shows, by its code, as it was",
            description =
                    "Of the export of a list: which list, by which filter, at which position, and page by page the rows as they were then, as far as the caller"
                            + " may see them; of stations and of what is overdue no rows, as former states are not kept of these")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Of the rows of a list",
            schema = @Schema(type = "integer"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = "Of the rows of a list",
            schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "code", required = true, schema = @Schema(type = "string"))
    Mono<Object> verify(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var code =
                parameters.required("code", "blank", text -> Optional.of(text).filter(given -> !given.isBlank()));
        Format.refuseFiles(parameters);
        parameters.check();
        return codes.find(code.orElseThrow())
                .filter(issued -> issued.isFor(caller.scope()))
                .flatMap(issued -> TableKind.of(issued.table())
                        .map(kind -> table(kind, issued, caller, exchange))
                        .orElseGet(() -> list(issued, parameters, caller, exchange)))
                .switchIfEmpty(Mono.defer(() -> reads.read(exchange, _ -> notFound(), StatisticsProjection.NAME)));
    }

    private static Mono<Object> notFound() {
        return Mono.error(() -> new ProblemException(Problem.notFound()));
    }

    /** A table is for who might have seen all of it when it was made, whatever was sealed since. */
    private Mono<Object> table(TableKind kind, Issued issued, Caller caller, ServerWebExchange exchange) {
        return reads.read(
                exchange,
                issued.madeAt(),
                reading -> tables.sightAt(issued.madeAt(), reading, caller)
                        .filter(sight -> issued.hidden().containsAll(sight.hidden()))
                        .flatMap(_ -> table(kind, issued, reading)),
                StatisticsProjection.NAME);
    }

    private Mono<Object> list(Issued issued, Parameters parameters, Caller caller, ServerWebExchange exchange) {
        return lists.stream()
                .filter(list -> list.name().equals(issued.table()))
                .findFirst()
                .map(list -> reads.<Object>read(
                        exchange,
                        issued.position(),
                        reading -> list.page(issued.again(parameters), reading, caller, issued.scope())
                                .map(shown -> IssuedView.of(issued, shown)),
                        list.projections()))
                .orElseGet(() -> reads.read(
                        exchange, issued.position(), _ -> Mono.just(IssuedView.of(issued)), StatisticsProjection.NAME));
    }

    private Mono<Object> table(TableKind kind, Issued issued, Reading reading) {
        var sight = new Sight(issued.scope(), issued.hidden());
        var question = new TableQuestion(kind, YearlyFilter.parse(issued.filter()), sight, issued.position());
        return tables.again(question, reading).map(KnownTable::json);
    }
}
