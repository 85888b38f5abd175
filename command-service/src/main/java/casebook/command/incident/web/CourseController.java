package casebook.command.incident.web;

import casebook.command.incident.CourseDesk;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.WriteRequest;
import casebook.events.IncidentId;
import casebook.events.SeizureId;
import casebook.events.SubjectId;
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

/** Takes what follows an incident. */
@RestController
class CourseController {

    private final CourseDesk desk;

    CourseController(CourseDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Records what became of a person",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"outcome\": \"SANCTIONED\", \"amount\": {\"amount\": \"2500000\", \"currency\": \"VND\"}}"))))
    @PostMapping(
            path = "/api/v1/incidents/{id}/subjects/{subject}/outcomes",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> recordOutcome(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String subject,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        var person = new SubjectId(Resources.id(subject));
        return WriteRequest.carryOut(
                        caller, request, (body, terms) -> desk.recordOutcome(incident, person, body, terms))
                .map(Receipts::created);
    }

    @Operation(
            summary = "Records what a victim was given",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"support\": \"SHELTER\", \"detail\": \"three nights\"}"))))
    @PostMapping(
            path = "/api/v1/incidents/{id}/subjects/{subject}/support",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> support(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String subject,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        var person = new SubjectId(Resources.id(subject));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.support(incident, person, body, terms))
                .map(Receipts::created);
    }

    @Operation(
            summary = "Records where a victim was brought",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"to\": \"Ngôi nhà Bình yên\", \"detail\": \"by car\"}"))))
    @PostMapping(
            path = "/api/v1/incidents/{id}/subjects/{subject}/referrals",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> refer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String subject,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        var person = new SubjectId(Resources.id(subject));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.refer(incident, person, body, terms))
                .map(Receipts::created);
    }

    @Operation(
            summary = "Asks a laboratory what a seizure is",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"laboratory\": \"Institute of Criminal Science\", \"dueBy\": \"2026-03-20T17:00:00+07:00\"}"))))
    @PostMapping(path = "/api/v1/incidents/{id}/seizures/{seizure}/lab", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> requestLab(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String seizure,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        var seized = new SeizureId(Resources.id(seizure));
        return WriteRequest.carryOut(caller, request, (body, terms) -> desk.requestLab(incident, seized, body, terms))
                .map(Receipts::created);
    }

    @Operation(
            summary = "Records what the laboratory found",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples = @ExampleObject("{\"item\": \"HEROIN\", \"purity\": \"72.5\"}"))))
    @PostMapping(
            path = "/api/v1/incidents/{id}/seizures/{seizure}/lab/result",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Receipt>> recordLabResult(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String seizure,
            ServerHttpRequest request) {
        caller.requireCaseworker();
        var incident = new IncidentId(Resources.id(id));
        var seized = new SeizureId(Resources.id(seizure));
        return WriteRequest.carryOut(
                        caller, request, (body, terms) -> desk.recordLabResult(incident, seized, body, terms))
                .map(Receipts::created);
    }
}
