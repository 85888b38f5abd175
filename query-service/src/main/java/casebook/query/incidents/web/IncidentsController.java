package casebook.query.incidents.web;

import static casebook.query.incidents.projection.IncidentsProjection.NAME;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.exhibits.projection.ExhibitsProjection;
import casebook.query.exports.Format;
import casebook.query.exports.ListFiles;
import casebook.query.exports.ListFiles.Export;
import casebook.query.incidents.view.IncidentPage;
import casebook.query.incidents.view.IncidentQuery;
import casebook.query.incidents.view.IncidentView;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.links.projection.LinksProjection;
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
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/incidents")
class IncidentsController {

    /** What an incident is read from, and what besides as it was. */
    private static final String[] PRESENT = {NAME, ExhibitsProjection.NAME};

    private static final String[] PAST = {NAME, ExhibitsProjection.NAME, LinksProjection.NAME};

    private final PositionedReads reads;
    private final IncidentViews incidents;
    private final ListFiles files;

    IncidentsController(PositionedReads reads, IncidentViews incidents, ListFiles files) {
        this.reads = reads;
        this.incidents = incidents;
        this.files = files;
    }

    @GetMapping
    @Parameter(in = ParameterIn.QUERY, name = "station", schema = @Schema(type = "string", example = "VN-09-TAN-THANH"))
    @Parameter(in = ParameterIn.QUERY, name = "province", schema = @Schema(type = "string", example = "VN-09"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "category",
            schema = @Schema(type = "string", example = "DRUG_TRAFFICKING"))
    @Parameter(in = ParameterIn.QUERY, name = "status", schema = @Schema(type = "string", example = "FILED"))
    @Parameter(in = ParameterIn.QUERY, name = "source", schema = @Schema(type = "string", example = "PATROL"))
    @Parameter(in = ParameterIn.QUERY, name = "item", schema = @Schema(type = "string", example = "HEROIN"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            schema = @Schema(type = "string", example = "2020-03-14T02:30:00+07:00"))
    @Parameter(in = ParameterIn.QUERY, name = "to", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "near", schema = @Schema(type = "string", example = "21.97,106.68,10"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description =
                    "Words, all of which occur; with or without accents, over what is written of an incident, its number, place, items and enterprises",
            schema = @Schema(type = "string", example = "ma tuy"))
    @Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(type = "string", example = "-occurredAt"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "facets",
            description =
                    "Whether to tell how many incidents of the filter there are of each category, station, status and item, at the position of the answer or a later one",
            schema = @Schema(type = "boolean"))
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
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentPage.class)))
    Mono<ResponseEntity<Object>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var format = Format.ofList(parameters, exchange);
        var query = IncidentQuery.of(parameters);
        parameters.check();
        return reads.page(
                exchange,
                query.page(),
                reading -> incidents
                        .known(reading, query)
                        .flatMap(known -> format == Format.JSON
                                ? incidents.list(known, query, caller.scope()).map(ResponseEntity::ok)
                                : file(format, query, caller, known, parameters)),
                NAME);
    }

    private Mono<ResponseEntity<Object>> file(
            Format format, IncidentQuery query, Caller caller, Known known, Parameters parameters) {
        var export = Export.of(format, parameters, IncidentQuery.PARAMETERS, caller.scope(), known.position());
        return files.file(IncidentListing.COLUMNS, export, incidents.all(known.standing(), query, caller));
    }

    @GetMapping("/{id}")
    @Parameter(in = ParameterIn.QUERY, name = "asOf", schema = @Schema(type = "string", example = "9123"))
    Mono<ResponseEntity<IncidentView>> one(
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
                                uuid -> moment.map(then -> incidents.asOf(reading, uuid, then, request))
                                        .orElseGet(() -> incidents.now(reading, uuid, request)))
                        .map(incident -> Answers.versioned(incident, incident.version())),
                moment.isPresent() ? PAST : PRESENT);
    }

    @GetMapping("/{id}/history")
    Mono<List<HistoryEntry>> history(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = ViewRequest.of(exchange, caller);
        return reads.read(
                exchange,
                reading -> Answers.found(id, uuid -> incidents.history(reading, uuid, request)),
                NAME,
                ExhibitsProjection.NAME);
    }
}
