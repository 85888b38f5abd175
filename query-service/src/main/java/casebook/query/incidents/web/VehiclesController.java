package casebook.query.incidents.web;

import static casebook.query.incidents.projection.IncidentsProjection.NAME;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.incidents.Plate;
import casebook.query.incidents.view.Surroundings;
import casebook.query.incidents.view.VehicleView;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.ViewRequest;
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
@RequestMapping("/api/v1/vehicles")
class VehiclesController {

    private final PositionedReads reads;
    private final Surroundings surroundings;

    VehiclesController(PositionedReads reads, Surroundings surroundings) {
        this.reads = reads;
        this.surroundings = surroundings;
    }

    @GetMapping
    @Operation(
            summary = "Who and what a vehicle was seen with",
            description =
                    "The latest 100 incidents with this plate that the caller may see and that are not voided, with the persons in them "
                            + "and the cases that hold them. Case, blanks, dots and dashes of a plate do not matter.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "plate",
            required = true,
            schema = @Schema(type = "string", example = "29A-123.45"))
    Mono<VehicleView> seen(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var plate = parameters.required("plate", "plate", Plate::of);
        parameters.check();
        var request = ViewRequest.of(exchange, caller);
        return reads.read(exchange, reading -> surroundings.of(reading, plate.orElseThrow(), request), NAME);
    }
}
