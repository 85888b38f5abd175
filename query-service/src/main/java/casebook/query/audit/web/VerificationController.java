package casebook.query.audit.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.audit.verification.Verifications;
import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.ViewRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The verification of the whole ledger, and of the access records, for AUDITOR. */
@RestController
@RequestMapping("/api/v1/audit/verify")
@Tag(name = "Proofs")
class VerificationController {

    private final LedgerExport ledger;
    private final Verifications verifications;

    VerificationController(LedgerExport ledger, Verifications verifications) {
        this.ledger = ledger;
        this.verifications = verifications;
    }

    @PostMapping
    @Operation(
            summary = "Reads the whole ledger again and compares it with its checkpoints",
            description =
                    "Lines of JSON: {events, total} again and again, and last {events, ok, checkpoints, covered}, with"
                            + " {firstBadIndex, badUntil, what, message, detail} if something is wrong. An answer without"
                            + " such a last line was broken off. Hanging up ends the work.")
    @ApiResponse(
            responseCode = "200",
            description = "The progress and the result",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE))
    @ApiResponse(responseCode = "409", description = "Another verification is running here")
    Mono<Void> verify(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return answer(
                exchange, verifications.verify(ViewRequest.of(exchange, caller).locale()));
    }

    @PostMapping("/access")
    @Operation(
            summary = "Reads all records of who looked at what again",
            description =
                    "Compares them with their own tree and its checkpoints, and answers as the verification of the"
                            + " ledger does; an index is that of a record.")
    @ApiResponse(
            responseCode = "200",
            description = "The progress and the result",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE))
    @ApiResponse(responseCode = "409", description = "Another verification is running here")
    Mono<Void> verifyAccesses(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return answer(
                exchange,
                verifications.verifyAccesses(ViewRequest.of(exchange, caller).locale()));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Flux<DataBuffer> lines) {
        var response = exchange.getResponse();
        return ledger.position(PositionedReads.minPosition(exchange)).flatMap(position -> {
            response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
            response.getHeaders().set(PositionedReads.POSITION, Long.toString(position));
            return response.writeAndFlushWith(lines.map(Mono::just));
        });
    }
}
