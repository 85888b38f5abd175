package casebook.query.audit.tiles;

import static casebook.transparency.TileAddress.FULL;
import static java.nio.charset.StandardCharsets.UTF_8;

import casebook.ledger.LedgerLines;
import casebook.ledger.LedgerReader;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Stores the tiles that the ledger fills, from where the stored ones end. A tile is stored after those above it that it completes, so the
 * number of tiles at level 0 says of all levels how far they are, wherever a process was killed.
 */
final class TileBuilder {

    private final LedgerReader ledger;
    private final TileStore store;

    TileBuilder(LedgerReader ledger, TileStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * Stores what is missing.
     *
     * @param position how many events the ledger has at least
     * @param progress told the number of tiles at level 0 at first and after each that was stored
     */
    void build(long position, LongConsumer progress) {
        var next = store.leafTiles();
        var end = position / FULL;
        progress.accept(next);
        if (next >= end) {
            return;
        }
        try (var lines = ledger.lines(next * FULL, end * FULL)) {
            for (var leaves = leaves(lines); leaves.size() == FULL; leaves = leaves(lines)) {
                add(0, next++, new HashTile(leaves));
                progress.accept(next);
            }
        }
    }

    /** The hashes of the next lines, at most a tile's. */
    static List<Hash> leaves(LedgerLines lines) {
        var leaves = new ArrayList<Hash>();
        while (leaves.size() < FULL && lines.hasNext()) {
            leaves.add(Hash.leaf(lines.next().line().getBytes(UTF_8)));
        }
        return leaves;
    }

    private void add(int level, long index, HashTile tile) {
        if ((index + 1) % FULL == 0) {
            var hashes = store.roots(level, index + 1 - FULL, index);
            hashes.add(TileStore.rootOf(tile));
            add(level + 1, index / FULL, new HashTile(hashes));
        }
        store.add(level, index, tile);
    }
}
