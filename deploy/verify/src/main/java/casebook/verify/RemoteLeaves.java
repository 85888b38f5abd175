package casebook.verify;

import casebook.transparency.Hash;
import casebook.transparency.HashTile;
import casebook.transparency.TileAddress;
import org.jspecify.annotations.Nullable;

/** The leaf hashes of a running log; each tile is fetched once, as the hashes are asked for in order. */
final class RemoteLeaves implements Leaves {

    private final RemoteLog log;
    private final long size;
    private long fetched = -1;
    private @Nullable HashTile tile;

    RemoteLeaves(RemoteLog log, long size) {
        this.log = log;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Hash at(long index) {
        long number = index / TileAddress.FULL;
        HashTile current = tile;
        if (current == null || number != fetched) {
            int width = (int) Math.min(TileAddress.FULL, size - number * TileAddress.FULL);
            current = log.tile(new TileAddress.OfHashes(0, number, width));
            tile = current;
            fetched = number;
        }
        return current.hashes().get((int) (index % TileAddress.FULL));
    }
}
