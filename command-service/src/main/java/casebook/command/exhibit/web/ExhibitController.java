package casebook.command.exhibit.web;

import casebook.command.exhibit.CustodyDesk;
import casebook.command.exhibit.ExhibitDesk;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.WriteRequest;
import casebook.events.ExhibitId;
import casebook.events.IncidentId;
import casebook.http.Caller;
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

/** Takes exhibits into custody, and what is done with them there. */
@RestController
class ExhibitController {

    private final ExhibitDesk desk;
    private final CustodyDesk custody;

    ExhibitController(ExhibitDesk desk, CustodyDesk custody) {
        this.desk = desk;
        this.custody = custody;
    }

    @Operation(
            summary = "Puts an exhibit into custody",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"seizure\": \"0197c0de-0000-7000-8000-000000000004\", \"description\": \"Ninety bricks\", \"quantity\": \"33.918\", \"unit\": \"KG\", \"custodian\": \"Captain Hoàng\"}"))))
    @PostMapping(path = "/api/v1/incidents/{id}/exhibits", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> enter(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.enter(incident, body, terms))
                .map(receipt -> Receipts.created(receipt, "/api/v1/exhibits/" + receipt.id()));
    }

    @Operation(
            summary = "Hands over, receives, refuses, weighs, samples, destroys or releases",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"action\": \"TRANSFER\", \"to\": \"Major Lê\", \"reason\": \"to the evidence store\"}"))))
    @PostMapping(path = "/api/v1/exhibits/{id}/custody", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> handle(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        var exhibit = new ExhibitId(Resources.id(id));
        return WriteRequest.carryOut(caller, request, (body, terms) -> custody.handle(exhibit, body, terms))
                .map(Receipts::ok);
    }
}
