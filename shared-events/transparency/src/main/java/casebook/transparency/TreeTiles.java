package casebook.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Makes the tiles of a tree as its leaves come, one after the other. It holds the last tile of each level only, whatever
 * the size of the tree. Not thread-safe.
 */
public final class TreeTiles {

    private final BiConsumer<TileAddress.OfHashes, HashTile> full;
    private final List<Row> rows = new ArrayList<>();
    private long size;

    /**
     * The tiles of a tree without entries.
     *
     * @param full takes each tile when it is full
     */
    public TreeTiles(BiConsumer<TileAddress.OfHashes, HashTile> full) {
        this.full = full;
    }

    /** The number of entries. */
    public long size() {
        return size;
    }

    /** Takes the hash of the next entry. */
    public void append(Hash leaf) {
        size++;
        append(0, leaf);
    }

    /** Gives out the tiles at the right edge that are not full, the lowest level first. */
    public void partial(BiConsumer<TileAddress.OfHashes, HashTile> partial) {
        for (int level = 0; level < rows.size(); level++) {
            Row row = rows.get(level);
            if (!row.hashes.isEmpty()) {
                partial.accept(new TileAddress.OfHashes(level, row.tile, row.hashes.size()), new HashTile(row.hashes));
            }
        }
    }

    private void append(int level, Hash hash) {
        if (level == rows.size()) {
            rows.add(new Row());
        }
        Row row = rows.get(level);
        row.hashes.add(hash);
        if (row.hashes.size() == TileAddress.FULL) {
            HashTile tile = new HashTile(row.hashes);
            full.accept(new TileAddress.OfHashes(level, row.tile, TileAddress.FULL), tile);
            row.hashes.clear();
            row.tile++;
            append(level + 1, CompactRange.over(tile.hashes()).root());
        }
    }

    /** The last tile of a level. */
    private static final class Row {
        private final List<Hash> hashes = new ArrayList<>();
        private long tile;
    }
}
