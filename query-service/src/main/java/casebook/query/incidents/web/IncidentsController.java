package casebook.query.incidents.web;

import static casebook.query.incidents.projection.IncidentsProjection.NAME;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.incidents.view.IncidentQuery;
import casebook.query.incidents.view.IncidentRow;
import casebook.query.incidents.view.IncidentView;
import casebook.query.incidents.view.IncidentViews;
import casebook.query.platform.Answers;
import casebook.query.platform.AsOf;
import casebook.query.platform.HistoryEntry;
import casebook.query.platform.Page;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.ViewRequest;
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

    private final PositionedReads reads;
    private final IncidentViews incidents;

    IncidentsController(PositionedReads reads, IncidentViews incidents) {
        this.reads = reads;
        this.incidents = incidents;
    }

    @GetMapping
    Mono<Page<IncidentRow>> list(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.values());
        var parameters = Parameters.of(exchange);
        var query = IncidentQuery.of(parameters);
        parameters.check();
        return reads.read(exchange, reading -> incidents.list(reading, query, caller), NAME);
    }

    @GetMapping("/{id}")
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
                NAME);
    }

    @GetMapping("/{id}/history")
    Mono<List<HistoryEntry>> history(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.values());
        var request = ViewRequest.of(exchange, caller);
        return reads.read(
                exchange, reading -> Answers.found(id, uuid -> incidents.history(reading, uuid, request)), NAME);
    }
}
