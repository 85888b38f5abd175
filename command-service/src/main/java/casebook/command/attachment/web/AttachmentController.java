package casebook.command.attachment.web;

import casebook.command.attachment.AttachmentDesk;
import casebook.command.attachment.AttachmentDesk.Attached;
import casebook.command.handling.Terms;
import casebook.command.web.ArrivingBody;
import casebook.command.web.Receipt;
import casebook.command.web.Receipts;
import casebook.command.web.Resources;
import casebook.command.web.VirtualThreads;
import casebook.command.web.WriteRequest;
import casebook.events.ExhibitId;
import casebook.http.Caller;
import casebook.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the bytes of exhibits' files. What the request says of their type is not believed. */
@RestController
class AttachmentController {

    private final AttachmentDesk desk;

    AttachmentController(AttachmentDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Attaches a file; other bytes than the newest version's are a new version",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PutMapping("/api/v1/exhibits/{id}/file")
    Mono<ResponseEntity<Receipt>> put(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerHttpRequest request) {
        caller.requireCaseworker();
        var exhibit = new ExhibitId(Resources.id(id));
        var terms = WriteRequest.terms(caller, request);
        var announced = request.getHeaders().getContentLength();
        return Mono.using(
                        () -> new ArrivingBody(request.getBody()),
                        body -> VirtualThreads.call(() -> put(exhibit, body, announced, terms)),
                        ArrivingBody::close)
                .map(attached -> Receipts.answer(
                                attached.created() ? HttpStatus.CREATED : HttpStatus.OK, attached.receipt())
                        .body(attached.receipt()));
    }

    /** A client hears a refusal more surely when it has sent all. */
    private Attached put(ExhibitId exhibit, ArrivingBody body, long announced, Terms terms) {
        try {
            return desk.put(exhibit, body, announced, terms);
        } catch (ProblemException refused) {
            body.passOver();
            throw refused;
        }
    }
}
