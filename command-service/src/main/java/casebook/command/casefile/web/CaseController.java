package casebook.command.casefile.web;

import casebook.command.casefile.CaseDesk;
import casebook.command.handling.Terms;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.StrictJson;
import casebook.command.web.VirtualThreads;
import casebook.command.web.WriteRequest;
import casebook.events.CaseId;
import casebook.events.IncidentId;
import casebook.http.Caller;
import casebook.http.Role;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Opens cases and works on them. */
@RestController
class CaseController {

    private final CaseDesk desk;

    CaseController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/api/v1/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> open(@AuthenticationPrincipal Caller caller, ServerHttpRequest request) {
        caller.requireCaseworker();
        return StrictJson.body(request)
                .flatMap(body -> VirtualThreads.call(() -> desk.open(body, Terms.of(caller))))
                .map(receipt -> Receipts.answer(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK, receipt)
                        .location(URI.create("/api/v1/cases/" + receipt.id()))
                        .body(receipt));
    }

    @PostMapping(path = "/api/v1/cases/{id}/incidents", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> link(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        return write(caller, id, request, desk::link).map(Receipts::ok);
    }

    @DeleteMapping("/api/v1/cases/{id}/incidents/{incident}")
    Mono<ResponseEntity<Receipt>> unlink(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String incident,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var file = new CaseId(Resources.id(id));
        var linked = new IncidentId(Resources.id(incident));
        var terms = WriteRequest.terms(caller, request);
        return VirtualThreads.call(() -> desk.unlink(file, linked, terms)).map(Receipts::ok);
    }

    @PostMapping(path = "/api/v1/cases/{id}/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> assign(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        return write(caller, id, request, desk::assign).map(Receipts::ok);
    }

    @PostMapping(path = "/api/v1/cases/{id}/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> note(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        return write(caller, id, request, desk::note).map(Receipts::created);
    }

    @PostMapping(path = "/api/v1/cases/{id}/transitions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> move(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        return write(caller, id, request, desk::move).map(Receipts::ok);
    }

    private static Mono<Receipt> write(Caller caller, String id, ServerHttpRequest request, Write write) {
        var file = new CaseId(Resources.id(id));
        var terms = WriteRequest.terms(caller, request);
        return StrictJson.body(request).flatMap(body -> VirtualThreads.call(() -> write.on(file, body, terms)));
    }

    @FunctionalInterface
    private interface Write {
        Receipt on(CaseId file, JsonNode body, Terms terms);
    }
}
