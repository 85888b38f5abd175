package casebook.query.access.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.ledger.StoredCheckpoint;
import casebook.query.access.AccessQuery;
import casebook.query.access.AccessRecords;
import casebook.query.access.AccessView;
import casebook.query.platform.Parameters;
import casebook.query.platform.VirtualThreads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who looked at what, for AUDITOR. */
@RestController
class AccessController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final AccessRecords records;

    AccessController(AccessRecords records) {
        this.records = records;
    }

    @GetMapping(
            path = "/api/v1/audit/access",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    @Operation(
            summary = "Who read or exported what, when, and for what purpose",
            description =
                    "In the order of recording. A subject is the id of a person, an incident, a case or an exhibit, or the path of an"
                            + " export; persons are never named. JSON, or a record a line as application/x-ndjson.")
    @Parameter(in = ParameterIn.QUERY, name = "who", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "subject", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            schema = @Schema(type = "string", example = "2020-03-14T02:30:00+07:00"))
    @Parameter(in = ParameterIn.QUERY, name = "to", schema = @Schema(type = "string"))
    Flux<AccessView> access(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return records.find(AccessQuery.of(Parameters.of(exchange)));
    }

    @GetMapping("/api/v1/audit/access/checkpoint")
    @Operation(
            summary = "The newest signed checkpoint of the records",
            description =
                    "To be kept elsewhere: records that it covers cannot be altered or taken away without contradicting it. Not found where"
                            + " the service has no key for them.")
    Mono<ResponseEntity<String>> checkpoint(@AuthenticationPrincipal Caller caller) {
        return newest(caller, StoredCheckpoint::note);
    }

    @GetMapping("/api/v1/audit/access/key")
    @Operation(summary = "The public key that signed it")
    Mono<ResponseEntity<String>> key(@AuthenticationPrincipal Caller caller) {
        return newest(caller, newest -> newest.key() + "\n");
    }

    private Mono<ResponseEntity<String>> newest(Caller caller, Function<StoredCheckpoint, String> part) {
        caller.require(Role.AUDITOR);
        return VirtualThreads.call(() -> records.checkpoint()
                .map(part)
                .map(text -> ResponseEntity.ok().contentType(TEXT).body(text))
                .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
