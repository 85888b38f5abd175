package casebook.query.exhibits.web;

import static casebook.query.exhibits.projection.ExhibitsProjection.NAME;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.exhibits.view.ExhibitView;
import casebook.query.exhibits.view.ExhibitViews;
import casebook.query.platform.Answers;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.ViewRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/exhibits")
class ExhibitsController {

    private final PositionedReads reads;
    private final ExhibitViews exhibits;

    ExhibitsController(PositionedReads reads, ExhibitViews exhibits) {
        this.reads = reads;
        this.exhibits = exhibits;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "An exhibit with its full chain of custody",
            description =
                    "Always seized = held + sampled + destroyed + released, exact, in the unit of the statistics. "
                            + "A transfer that its receiver has not answered stands in `offer`, with `overdue` when its time is over.")
    Mono<ResponseEntity<ExhibitView>> one(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = ViewRequest.of(exchange, caller);
        return reads.read(
                exchange,
                reading -> Answers.found(id, uuid -> exhibits.one(reading, uuid, request))
                        .map(view -> Answers.versioned(view, view.exhibit().version())),
                NAME);
    }
}
