package casebook.verify;

import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.TileAddress;
import casebook.transparency.TreeTiles;

/** Checks all of a running log: that every tile follows from those below it, and the checkpoints from all of them. */
final class LogCheck {

    private final RemoteLog log;
    private final Checkpoints checkpoints;
    private final RemoteLeaves leaves;
    private final TreeTiles tiles = new TreeTiles(this::compare);

    /**
     * A check of a log as large as the newest of the checkpoints says.
     *
     * @param checkpoints those that the log must extend; the newest is its own
     */
    LogCheck(RemoteLog log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.leaves = new RemoteLeaves(log, checkpoints.newest().size());
    }

    /** Checks the hashes only; who has no token can do no more. */
    void hashes() {
        TreeCheck tree = new TreeCheck(checkpoints);
        for (long index = 0; index < leaves.size(); index++) {
            Hash leaf = leaves.at(index);
            tree.append(leaf);
            tiles.append(leaf);
        }
        tiles.partial(this::compare);
        tree.finish();
    }

    /** Checks the hashes and the events. */
    void events(String token) {
        LedgerCheck ledger = new LedgerCheck(checkpoints, leaves);
        for (long index = 0; index < leaves.size(); ) {
            int width = (int) Math.min(TileAddress.FULL, leaves.size() - index);
            for (byte[] entry : log.entries(new TileAddress.OfEntries(index / TileAddress.FULL, width), token)) {
                ledger.accept(entry);
                tiles.append(leaves.at(index++));
            }
        }
        tiles.partial(this::compare);
        ledger.finish();
    }

    private void compare(TileAddress.OfHashes address, HashTile computed) {
        if (address.level() > 0) {
            compare(address, computed, log.tile(address));
        }
    }

    private static void compare(TileAddress.OfHashes address, HashTile computed, HashTile served) {
        for (int i = 0; i < address.width(); i++) {
            if (!served.hashes().get(i).equals(computed.hashes().get(i))) {
                int levels = address.level() * Byte.SIZE;
                long subtree = address.index() * TileAddress.FULL + i;
                throw Wrong.Kind.ALTERED.with(
                        "Hash %d of %s does not follow from the tiles below it, those of the events %d to %d."
                                .formatted(i, address.path(), subtree << levels, ((subtree + 1) << levels) - 1));
            }
        }
    }
}
