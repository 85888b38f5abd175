package casebook.command.personaldata.web;

import casebook.command.personaldata.ErasureDesk;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.WriteRequest;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.http.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Erases what names a person. */
@RestController
class ErasureController {

    private final ErasureDesk desk;

    ErasureController(ErasureDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary =
                    "Destroys the key of a person's data: name and papers are gone for good, history and figures stay",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject("{\"reason\": \"five years after the closing\"}"))))
    @DeleteMapping("/api/v1/subjects/{id}/personal-data")
    Mono<ResponseEntity<Receipt>> erase(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.require(Role.ADMIN);
        var person = new SubjectId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.erase(person, body, terms))
                .map(Receipts::ok);
    }
}
