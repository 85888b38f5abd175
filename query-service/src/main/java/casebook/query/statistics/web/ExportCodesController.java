package casebook.query.statistics.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.exports.ExportCodes;
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

    ExportCodesController(PositionedReads reads, KnownTables tables, ExportCodes codes) {
        this.reads = reads;
        this.tables = tables;
        this.codes = codes;
    }

    @GetMapping
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
                issued.madeAt(),
                reading -> TableKind.of(issued.table())
                        .map(kind -> tables.sightAt(issued.madeAt(), reading, caller)
                                .filter(sight -> issued.hidden().containsAll(sight.hidden()))
                                .flatMap(_ -> table(kind, issued, reading)))
                        .orElseGet(() -> Mono.just(IssuedView.of(issued))),
                StatisticsProjection.NAME);
    }

    private Mono<Object> table(TableKind kind, Issued issued, Reading reading) {
        var sight = new Sight(issued.scope(), issued.hidden());
        var question = new TableQuestion(kind, YearlyFilter.parse(issued.filter()), sight, issued.position());
        return tables.again(question, reading).map(KnownTable::json);
    }
}
