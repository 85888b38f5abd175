package casebook.query.audit.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.audit.bundle.Bundle;
import casebook.query.audit.bundle.BundleArchive;
import casebook.query.audit.bundle.BundleSubject;
import casebook.query.audit.bundle.Bundles;
import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.VirtualThreads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bundle for a court, for AUDITOR. */
@RestController
@RequestMapping("/api/v1/audit/bundle")
@Tag(name = "Proofs")
class BundleController {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final LedgerExport ledger;
    private final Bundles bundles;

    BundleController(LedgerExport ledger, Bundles bundles) {
        this.ledger = ledger;
        this.bundles = bundles;
    }

    @GetMapping
    @Operation(
            summary = "A zip for a court",
            description =
                    "The events of a case or an incident and of all that was ever linked to it, with proofs, checkpoint, key, a"
                            + " readable timeline and how to check it all by hand. Either case or incident is given.")
    @Parameter(in = ParameterIn.QUERY, name = "case", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(in = ParameterIn.QUERY, name = "incident", schema = @Schema(type = "string", format = "uuid"))
    Mono<ResponseEntity<Flux<DataBuffer>>> bundle(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        var about = About.of(Parameters.of(exchange));
        return ledger.position(PositionedReads.minPosition(exchange))
                .flatMap(position -> bundles.of(about.subject(), about.id(), position)
                        .map(bundle -> answer(bundle, about, position)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.notFound())));
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(Bundle bundle, About about, long position) {
        Publisher<DataBuffer> zip = DataBufferUtils.outputStreamPublisher(
                out -> BundleArchive.write(bundle, out),
                DefaultDataBufferFactory.sharedInstance,
                VirtualThreads.EXECUTOR);
        var file = ContentDisposition.attachment()
                .filename(about.subject().parameter() + "-" + about.id() + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(PositionedReads.POSITION, Long.toString(position))
                .headers(headers -> headers.setContentDisposition(file))
                .body(Flux.from(zip));
    }

    /** What the bundle is about. */
    private record About(BundleSubject subject, String id) {

        /** @throws ProblemException 400 unless there is exactly one parameter, and it has the form of an id */
        static About of(Parameters parameters) {
            var given = Arrays.stream(BundleSubject.values())
                    .filter(subject -> parameters.has(subject.parameter()))
                    .toList();
            if (given.size() != 1) {
                Arrays.stream(BundleSubject.values())
                        .forEach(subject -> parameters.reject(subject.parameter(), "one-of", "case, incident"));
            }
            parameters.check();
            var id = parameters.formed(given.getFirst().parameter(), UUID::fromString);
            parameters.check();
            return new About(given.getFirst(), id.orElseThrow().toString());
        }
    }
}
