package casebook.command.incident.web;

import casebook.command.handling.Terms;
import casebook.command.incident.FilingReceipt;
import casebook.command.incident.IncidentDesk;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.StrictJson;
import casebook.command.web.VirtualThreads;
import casebook.command.web.WriteRequest;
import casebook.events.IncidentId;
import casebook.http.Caller;
import casebook.http.Role;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Files, corrects and judges single incidents. */
@RestController
class IncidentController {

    private static final Role[] FILERS = {Role.STATION, Role.COMMAND, Role.ADMIN};

    private final IncidentDesk desk;

    IncidentController(IncidentDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/api/v1/incidents", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<FilingReceipt>> file(@AuthenticationPrincipal Caller caller, ServerHttpRequest request) {
        caller.require(FILERS);
        return StrictJson.body(request)
                .flatMap(body -> VirtualThreads.call(() -> desk.file(body, false, Terms.of(caller))))
                .map(IncidentController::filed);
    }

    private static ResponseEntity<FilingReceipt> filed(FilingReceipt filing) {
        var receipt = filing.receipt();
        return Receipts.answer(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK, receipt)
                .location(URI.create("/api/v1/incidents/" + receipt.id()))
                .body(filing);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/amendments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> amend(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(FILERS);
        return write(caller, id, request, desk::amend).map(Receipts::ok);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/seizures", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> addSeizure(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(FILERS);
        return write(caller, id, request, desk::addSeizure).map(Receipts::created);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/subjects", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> addSubject(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(FILERS);
        return write(caller, id, request, desk::addSubject).map(Receipts::created);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/vehicles", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> addVehicle(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(FILERS);
        return write(caller, id, request, desk::addVehicle).map(Receipts::created);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/enterprises", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> addEnterprise(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(FILERS);
        return write(caller, id, request, desk::addEnterprise).map(Receipts::created);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> giveBack(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        return write(caller, id, request, desk::giveBack).map(Receipts::ok);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/accept")
    Mono<ResponseEntity<Receipt>> accept(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        return write(caller, id, request, desk::accept).map(Receipts::ok);
    }

    @PostMapping(path = "/api/v1/incidents/{id}/void", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> declareVoid(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        return write(caller, id, request, desk::declareVoid).map(Receipts::ok);
    }

    private static Mono<Receipt> write(Caller caller, String id, ServerHttpRequest request, Write write) {
        var incident = new IncidentId(Resources.id(id));
        var terms = WriteRequest.terms(caller, request);
        return StrictJson.optionalBody(request)
                .flatMap(body -> VirtualThreads.call(() -> write.on(incident, body, terms)));
    }

    @FunctionalInterface
    private interface Write {
        Receipt on(IncidentId incident, JsonNode body, Terms terms);
    }
}
