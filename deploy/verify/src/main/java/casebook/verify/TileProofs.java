package casebook.verify;

import casebook.transparency.CompactRange;
import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.TileAddress;
import casebook.transparency.TileHashes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Proves by a few tiles of a running log that it extends checkpoints, without reading all of it. */
final class TileProofs {

    private static final int KEPT = 128;

    private final RemoteLog log;
    private final Map<TileAddress.OfHashes, HashTile> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileAddress.OfHashes, HashTile> eldest) {
            return size() > KEPT;
        }
    };

    TileProofs(RemoteLog log) {
        this.log = log;
    }

    /** Checks that the newest of the checkpoints, which is the log's own, extends each other one. */
    void check(Checkpoints checkpoints) {
        Checkpoints.Named newest = checkpoints.newest();
        for (Checkpoints.Named older : checkpoints.all()) {
            if (!extended(older, newest)) {
                throw Wrong.Kind.NOT_EXTENDED.with(
                        "%s is not extended by %s, by the hashes in the log's tiles: the past was rewritten."
                                .formatted(older, Checkpoints.lower(newest)));
            }
        }
    }

    private boolean extended(Checkpoints.Named older, Checkpoints.Named newer) {
        Hash root = older.checkpoint().root();
        if (older.size() == 0) {
            return root.equals(CompactRange.EMPTY.root());
        }
        return ConsistencyProof.of(older.size(), newer.size(), new TileHashes(newer.size(), this::tile))
                .check(root, newer.checkpoint().root())
                .holds();
    }

    private HashTile tile(TileAddress.OfHashes address) {
        HashTile kept = recent.get(address);
        if (kept != null) {
            return kept;
        }
        HashTile tile = log.tile(address);
        recent.put(address, tile);
        return tile;
    }
}
