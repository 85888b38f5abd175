package casebook.query.attachments.web;

import static casebook.query.exhibits.projection.ExhibitsProjection.NAME;

import casebook.events.ExhibitFileAttached;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.attachments.view.AttachedFiles;
import casebook.query.exhibits.view.ExhibitViews;
import casebook.query.platform.Answers;
import casebook.query.platform.PositionedReads;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out the files of exhibits. A file cannot be masked: it is for those who work on the case and for auditors. */
@RestController
class AttachmentController {

    private final PositionedReads reads;
    private final ExhibitViews exhibits;
    private final AttachedFiles files;

    AttachmentController(PositionedReads reads, ExhibitViews exhibits, AttachedFiles files) {
        this.reads = reads;
        this.exhibits = exhibits;
        this.files = files;
    }

    @Operation(
            summary =
                    "The newest version of an exhibit's file, checked against the ledger before its first byte is sent")
    @GetMapping("/api/v1/exhibits/{id}/file")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, ServerWebExchange exchange) {
        caller.require(Role.STATION, Role.COMMAND, Role.AUDITOR);
        return reads.read(
                exchange,
                reading -> Answers.found(id, exhibit -> exhibits.file(reading, exhibit, caller.scope()))
                        .flatMap(file -> files.bytes(file).map(bytes -> answer(file, bytes))),
                NAME);
    }

    /** What is shown in a browser all the same runs nothing. */
    private static ResponseEntity<Flux<DataBuffer>> answer(ExhibitFileAttached file, Flux<DataBuffer> bytes) {
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .eTag(file.sha256().hex())
                .contentLength(file.bytes())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(bytes);
    }

    private static String disposition(ExhibitFileAttached file) {
        return ContentDisposition.attachment()
                .filename(file.exhibit() + "-" + file.version())
                .build()
                .toString();
    }
}
