package casebook.transparency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The hashes of a tree, taken from its tiles. Each tile is read once and kept, so an instance serves a few proofs for one
 * size and is then dropped. Not thread-safe.
 */
public final class TileHashes implements SubtreeHashes {

    private final long size;
    private final Function<TileAddress.OfHashes, HashTile> tiles;
    private final Map<TileAddress.OfHashes, HashTile> read = new HashMap<>();

    /**
     * The hashes of a tree.
     *
     * @param size the number of entries; decides how wide the last tile of each level is
     * @param tiles reads a tile of exactly the width asked for
     */
    public TileHashes(long size, Function<TileAddress.OfHashes, HashTile> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public Hash of(Subtree subtree) {
        TileAddress.OfHashes address = TileAddress.OfHashes.of(subtree, size);
        List<Hash> hashes = read.computeIfAbsent(address, this::read).hashes();
        int levels = subtree.level() % TileAddress.OfHashes.HEIGHT;
        int first = (int) ((subtree.index() << levels) % TileAddress.FULL);
        return CompactRange.over(hashes.subList(first, first + (1 << levels))).root();
    }

    private HashTile read(TileAddress.OfHashes address) {
        HashTile tile = tiles.apply(address);
        if (tile.hashes().size() != address.width()) {
            throw new Malformed(address.path() + " has " + tile.hashes().size() + " hashes");
        }
        return tile;
    }
}
