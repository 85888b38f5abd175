package casebook.query.stations.web;

import static casebook.query.stations.projection.StationsProjection.NAME;

import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.exports.Format;
import casebook.query.exports.ListFiles;
import casebook.query.exports.ListFiles.Export;
import casebook.query.platform.Answers;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.projection.Reading;
import casebook.query.stations.view.StationQuery;
import casebook.query.stations.view.StationView;
import casebook.query.stations.view.StationViews;
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
@RequestMapping("/api/v1/stations")
class StationsController {

    private final PositionedReads reads;
    private final StationViews stations;
    private final ListFiles files;

    StationsController(PositionedReads reads, StationViews stations, ListFiles files) {
        this.reads = reads;
        this.stations = stations;
        this.files = files;
    }

    @GetMapping
    @Parameter(in = ParameterIn.QUERY, name = "province", schema = @Schema(type = "string", example = "VN-09"))
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "A file with all rows, its position, filter, time and code; Accept asks for the same",
            schema = @Schema(type = "string", example = "csv"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StationPage.class)))
    Mono<ResponseEntity<Object>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var format = Format.ofList(parameters, exchange);
        var query = StationQuery.of(parameters);
        parameters.check();
        return reads.read(
                exchange,
                reading -> format == Format.JSON
                        ? stations.list(reading, query, caller).map(ResponseEntity::ok)
                        : file(format, query, caller, reading, parameters),
                NAME);
    }

    private Mono<ResponseEntity<Object>> file(
            Format format, StationQuery query, Caller caller, Reading reading, Parameters parameters) {
        var export = Export.of(format, parameters, StationQuery.PARAMETERS, caller.scope(), reading.position());
        return files.file(StationListing.COLUMNS, export, stations.all(reading, query, caller));
    }

    /** What a page is described as. */
    private record StationPage(
            List<StationView> items, @Nullable String next) {}

    @GetMapping("/{code}")
    Mono<ResponseEntity<StationView>> one(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, ServerWebExchange exchange) {
        caller.require(Role.values());
        return reads.read(
                exchange,
                reading -> Mono.just(code)
                        .filter(StationCode::isValid)
                        .flatMap(valid -> stations.one(reading, new StationCode(valid), caller))
                        .map(view -> Answers.versioned(view, view.station().version()))
                        .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.notFound()))),
                NAME);
    }
}
