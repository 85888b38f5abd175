package casebook.query.audit.web;

import casebook.events.EventCatalogue;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.audit.view.EventFilter;
import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.Answers;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger as lines of JSON, for AUDITOR. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final LedgerExport ledger;

    AuditController(LedgerExport ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/events")
    Mono<ResponseEntity<Flux<DataBuffer>>> events(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        var filter = filter(Parameters.of(exchange));
        return ledger.position(PositionedReads.minPosition(exchange))
                .map(position -> lines(position, ledger.events(filter, position)));
    }

    @GetMapping("/timeline/{id}")
    Mono<ResponseEntity<Flux<DataBuffer>>> timeline(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return Answers.found(
                id,
                known -> ledger.position(PositionedReads.minPosition(exchange))
                        .flatMap(position ->
                                ledger.timeline(known.toString(), position).map(found -> lines(position, found))));
    }

    private static EventFilter filter(Parameters parameters) {
        var filter = new EventFilter(
                parameters.one("after", "position", Parameters::position).orElse(-1L),
                parameters.one("limit", "positive", AuditController::positive).orElse(Long.MAX_VALUE),
                parameters.text("aggregate"),
                parameters.one("type", "event-type", AuditController::eventType),
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.text("actor"));
        parameters.check();
        return filter;
    }

    private static Optional<Long> positive(String text) {
        return Parameters.position(text).filter(number -> number > 0);
    }

    private static Optional<String> eventType(String name) {
        return EventCatalogue.entries().stream()
                .map(EventCatalogue.Entry::name)
                .filter(name::equals)
                .findFirst();
    }

    private static ResponseEntity<Flux<DataBuffer>> lines(long position, Flux<DataBuffer> lines) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header(PositionedReads.POSITION, Long.toString(position))
                .body(lines);
    }
}
