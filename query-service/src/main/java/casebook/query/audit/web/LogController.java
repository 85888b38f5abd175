package casebook.query.audit.web;

import casebook.http.Caller;
import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.http.Role;
import casebook.query.audit.tiles.Checkpoints;
import casebook.query.audit.tiles.LogTiles;
import casebook.query.platform.VirtualThreads;
import casebook.transparency.Malformed;
import casebook.transparency.TileAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The log as C2SP {@code tlog-tiles}, below the root. Checkpoint and hashes are for all the world, entries for AUDITOR. What no checkpoint
 * covers is not there yet: nothing is handed out to be kept for ever that nobody has signed.
 */
@RestController
@Tag(name = "Log", description = "The ledger as a transparency log: C2SP tlog-tiles")
class LogController {

    private final Checkpoints checkpoints;
    private final LogTiles tiles;

    LogController(Checkpoints checkpoints, LogTiles tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "The newest signed checkpoint (C2SP tlog-checkpoint)")
    @SecurityRequirements
    Mono<ResponseEntity<byte[]>> checkpoint() {
        return VirtualThreads.call(() -> checkpoints.newest(0)).map(newest -> LogAnswers.text(newest.note()));
    }

    @GetMapping("/tile/{level}/{*tile}")
    @Operation(
            summary = "A tile of hashes",
            description =
                    "Full: <N>; partial: <N>.p/<W>. N is the index in groups of three digits, all but the last with an x before"
                            + " them (x001/x234/067). Each hash is 32 bytes.")
    @SecurityRequirements
    Mono<ResponseEntity<byte[]>> hashes(ServerWebExchange exchange) {
        return address(exchange, TileAddress.OfHashes.class)
                .map(address -> LogAnswers.tile(tiles.hashes(address).toBytes()));
    }

    @GetMapping("/tile/entries/{*tile}")
    @Operation(
            summary = "A bundle of entries",
            description =
                    "The lines of the ledger, each with its length before it in two bytes. Paths as those of tiles of hashes.")
    Mono<ResponseEntity<byte[]>> entries(@AuthenticationPrincipal Caller caller, ServerWebExchange exchange) {
        caller.require(Role.AUDITOR);
        return address(exchange, TileAddress.OfEntries.class)
                .map(address -> LogAnswers.privateTile(tiles.entries(address).toBytes()));
    }

    /** What the path names, if a checkpoint covers it; what follows runs where it may block. */
    private <T extends TileAddress> Mono<T> address(ServerWebExchange exchange, Class<T> kind) {
        return VirtualThreads.call(() -> parse(exchange)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(address -> address.existsIn(checkpoints.signedSize()))
                .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** The path as it was sent: one that is encoded in another way is not the tile's. */
    private static Optional<TileAddress> parse(ServerWebExchange exchange) {
        try {
            var path = exchange.getRequest().getPath().pathWithinApplication().value();
            return Optional.of(TileAddress.parse(path.substring(1)));
        } catch (Malformed notATile) {
            return Optional.empty();
        }
    }
}
