package casebook.query.audit.web;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.audit.tiles.Checkpoints;
import casebook.query.audit.tiles.LogTiles;
import casebook.query.audit.view.LedgerExport;
import casebook.query.platform.Parameters;
import casebook.query.platform.PositionedReads;
import casebook.query.platform.VirtualThreads;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.InclusionProof;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Checkpoint, key and proofs (RFC 6962), for AUDITOR. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Proofs", description = "What is needed to check the ledger without trusting it")
class ProofController {

    private final LedgerExport ledger;
    private final Checkpoints checkpoints;
    private final LogTiles tiles;

    ProofController(LedgerExport ledger, Checkpoints checkpoints, LogTiles tiles) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    @GetMapping("/checkpoint")
    @Operation(
            summary = "The newest signed checkpoint (C2SP tlog-checkpoint)",
            description = "With Casebook-Min-Position it waits until a checkpoint covers so many events.")
    Mono<ResponseEntity<byte[]>> checkpoint(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        var atLeast = PositionedReads.minPosition(exchange);
        return VirtualThreads.call(() -> checkpoints.newest(atLeast)).map(newest -> {
            exchange.getResponse().getHeaders().set(PositionedReads.POSITION, Long.toString(newest.size()));
            return LogAnswers.text(newest.note());
        });
    }

    @GetMapping("/key")
    @Operation(summary = "The key of the newest checkpoint, a vkey (C2SP signed-note)")
    Mono<ResponseEntity<byte[]>> key(@AuthenticationPrincipal Caller caller) {
        caller.require(Role.AUDITOR);
        return VirtualThreads.call(() -> checkpoints.newest(0)).map(newest -> LogAnswers.text(newest.key() + "\n"));
    }

    @GetMapping("/proof/inclusion")
    @Operation(
            summary = "That an event is in the ledger",
            description =
                    "0 ≤ index < size ≤ the number of events in the ledger. Hashes in base64, the leaf's sibling first.")
    @Parameter(in = ParameterIn.QUERY, name = "index", required = true, schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "size", required = true, schema = @Schema(type = "integer"))
    Mono<InclusionView> inclusion(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return proof(exchange, "index", 0, "size", this::inclusion);
    }

    @GetMapping("/proof/consistency")
    @Operation(
            summary = "That the ledger only grew",
            description =
                    "1 ≤ from ≤ to ≤ the number of events in the ledger. Hashes in base64, in the order of RFC 6962.")
    @Parameter(in = ParameterIn.QUERY, name = "from", required = true, schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "to", required = true, schema = @Schema(type = "integer"))
    Mono<ConsistencyView> consistency(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return proof(exchange, "from", 1, "to", this::consistency);
    }

    /** A proof between two numbers, of which the first is at least {@code least} and at most {@code least - 1} below the second. */
    private <T> Mono<T> proof(
            ServerWebExchange exchange, String first, long least, String second, BiFunction<Long, Long, T> prove) {
        var parameters = Parameters.of(exchange);
        var from = parameters.required(first, "position", Parameters::position);
        var to = parameters.required(second, "position", Parameters::position);
        return ledger.position(PositionedReads.minPosition(exchange)).flatMap(position -> {
            to.ifPresent(size -> parameters.requireWithin(second, size, 1, position));
            var size = to.filter(number -> number >= 1 && number <= position).orElse(position);
            from.ifPresent(number -> parameters.requireWithin(first, number, least, size - 1 + least));
            parameters.check();
            exchange.getResponse().getHeaders().set(PositionedReads.POSITION, Long.toString(position));
            return VirtualThreads.call(() -> prove.apply(from.orElseThrow(), to.orElseThrow()));
        });
    }

    private InclusionView inclusion(long index, long size) {
        var tree = tiles.tree(size);
        return InclusionView.of(InclusionProof.of(index, size, tree), tree);
    }

    private ConsistencyView consistency(long from, long to) {
        return ConsistencyView.of(ConsistencyProof.of(from, to, tiles.tree(to)));
    }
}
