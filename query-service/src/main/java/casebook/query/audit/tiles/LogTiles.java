package casebook.query.audit.tiles;

import static casebook.transparency.TileAddress.FULL;
import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.http.Problem;
import casebook.http.ProblemException;
import casebook.ledger.LedgerReader;
import casebook.query.platform.LedgerProblems;
import casebook.transparency.EntryBundle;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.SubtreeHashes;
import casebook.transparency.TileAddress.OfEntries;
import casebook.transparency.TileAddress.OfHashes;
import casebook.transparency.TileHashes;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Any tile of the ledger and the hashes of its tree at any size, from the stored tiles and the lines behind them. */
public final class LogTiles {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final LedgerReader ledger;
    private final TileStore store;
    private final TileFollower follower;

    LogTiles(LedgerReader ledger, TileStore store, TileFollower follower) {
        this.ledger = ledger;
        this.store = store;
        this.follower = follower;
    }

    /**
     * A tile of entries, which must exist in the ledger.
     *
     * @throws ProblemException 500 if the ledger no longer has them
     */
    public EntryBundle entries(OfEntries address) {
        try (var lines = ledger.lines(address.begin(), address.begin() + address.width())) {
            var entries =
                    lines.stream().map(line -> line.line().getBytes(UTF_8)).toList();
            if (entries.size() < address.width()) {
                throw missing(address.begin() + entries.size());
            }
            return new EntryBundle(entries);
        }
    }

    /**
     * A tile of hashes, which must exist in the ledger.
     *
     * @throws ProblemException 503 if what it follows from is not stored yet, 500 if the ledger no longer has it
     */
    public HashTile hashes(OfHashes address) {
        return address.level() == 0 ? leaves(address) : nodes(address);
    }

    /**
     * The hashes of the tree over the first events, for a few proofs. Not thread-safe, and blocks as they are asked for.
     *
     * @throws ProblemException 503 if what they follow from is not stored yet
     */
    public SubtreeHashes tree(long size) {
        await(size / FULL);
        return new TileHashes(size, this::hashes);
    }

    private HashTile leaves(OfHashes address) {
        return store.tile(0, address.index())
                .map(full -> cut(full, address.width()))
                .orElseGet(() -> new HashTile(newestLeaves(address)));
    }

    private List<Hash> newestLeaves(OfHashes address) {
        var begin = address.index() * FULL;
        try (var lines = ledger.lines(begin, begin + address.width())) {
            var leaves = TileBuilder.leaves(lines);
            if (leaves.size() < address.width()) {
                throw missing(begin + leaves.size());
            }
            return leaves;
        }
    }

    private HashTile nodes(OfHashes address) {
        var begin = address.index() * FULL;
        var end = begin + address.width();
        await(end * leafTilesBelow(address.level() - 1));
        var hashes = store.roots(address.level() - 1, begin, end);
        if (hashes.size() < address.width()) {
            throw behind();
        }
        return new HashTile(hashes);
    }

    private void await(long leafTiles) {
        try {
            if (!follower.awaitLeafTiles(leafTiles, PATIENCE)) {
                throw behind();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    /** How many tiles of level 0 stand below a full tile of a level, itself included. */
    private static long leafTilesBelow(int level) {
        var leafTiles = 1L;
        for (var below = 0; below < level; below++) {
            leafTiles *= FULL;
        }
        return leafTiles;
    }

    private static HashTile cut(HashTile tile, int width) {
        return width == FULL ? tile : new HashTile(tile.hashes().subList(0, width));
    }

    private static ProblemException missing(long index) {
        return new ProblemException(LedgerProblems.broken("There is no event " + index + " any more"));
    }

    private static ProblemException behind() {
        return new ProblemException(
                Problem.of("tiles-behind", HttpStatus.SERVICE_UNAVAILABLE).with("retryAfter", RETRY_AFTER_SECONDS));
    }
}
