package casebook.command.casefile.web;

import casebook.command.casefile.CaseCoordination;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.WriteRequest;
import casebook.events.CaseId;
import casebook.events.ReferralId;
import casebook.http.Caller;
import casebook.http.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Brings cases to other forces and to one another, says who may see them, and what must be kept. */
@RestController
class CoordinationController {

    private final CaseCoordination desk;

    CoordinationController(CaseCoordination desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Refers the case to another force",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"id\": \"0197c0de-0000-7000-8000-000000000001\", \"agency\": \"PROCURACY\", \"subject\": \"to prosecute\", \"dueBy\": \"2026-03-20T17:00:00+07:00\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/referrals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> refer(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.refer(file, body, terms))
                .map(receipt -> Receipts.created(receipt, "/api/v1/cases/" + file + "/referrals/" + receipt.created()));
    }

    @Operation(
            summary = "Records what the other force answered",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"outcome\": \"DECLINED\", \"detail\": \"not our district\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/referrals/{referral}/outcome", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> answer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String referral,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var file = new CaseId(Resources.id(id));
        var sent = new ReferralId(Resources.id(referral));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.answer(file, sent, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Merges the case into another one",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"into\": \"0197c0de-0000-7000-8000-000000000002\", \"reason\": \"the same load\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> merge(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.merge(file, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Takes the merger back",
            requestBody = @RequestBody(content = @Content(examples = @ExampleObject("{\"reason\": \"another load\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/unmerge", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> unmerge(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.unmerge(file, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Lets only the named officers, and auditors, see the case",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"reason\": \"an informer\", \"officers\": [\"Captain Hoàng\"]}"))))
    @PostMapping(path = "/api/v1/cases/{id}/seal", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> seal(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.seal(file, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Takes the seal off",
            requestBody =
                    @RequestBody(
                            content = @Content(examples = @ExampleObject("{\"reason\": \"the informer is safe\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/unseal")
    Mono<ResponseEntity<Receipt>> unseal(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.unseal(file, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Forbids that personal data of the case's incidents is erased",
            requestBody =
                    @RequestBody(
                            content = @Content(examples = @ExampleObject("{\"reason\": \"an appeal is pending\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> hold(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.hold(file, body, terms))
                .map(Receipts::ok);
    }

    @Operation(
            summary = "Takes the legal hold off",
            requestBody =
                    @RequestBody(
                            content = @Content(examples = @ExampleObject("{\"reason\": \"the appeal was decided\"}"))))
    @PostMapping(path = "/api/v1/cases/{id}/release-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> releaseHold(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.COMMAND);
        var file = new CaseId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.releaseHold(file, body, terms))
                .map(Receipts::ok);
    }
}
