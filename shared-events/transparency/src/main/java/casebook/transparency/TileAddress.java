package casebook.transparency;

/**
 * A resource of a log's static tiles (C2SP {@code tlog-tiles}): hashes of the tree, or the entries themselves. A full one
 * has {@value #FULL} hashes or entries; the last of each kind may be partial.
 */
public sealed interface TileAddress permits TileAddress.OfHashes, TileAddress.OfEntries {

    /** How many hashes or entries a full tile has. */
    int FULL = 256;

    /** The tile's place in its row, from 0. */
    long index();

    /** How many hashes or entries it has, from 1 to {@value #FULL}. */
    int width();

    /** The same tile with another width. */
    TileAddress withWidth(int width);

    /** The path below the log's prefix, as {@code tile/0/x001/x234/067.p/8}. */
    String path();

    /** How many hashes or entries there are in the tile's whole row in a log of this size. */
    long row(long size);

    /** Whether the width is less than {@value #FULL}. */
    default boolean isPartial() {
        return width() < FULL;
    }

    /** Whether a log of this size has all that the tile holds. */
    default boolean existsIn(long size) {
        return width() <= row(size) - index() * FULL;
    }

    /**
     * Reads a path below the log's prefix, without a slash before it.
     *
     * @throws Malformed if it is not exactly as {@link #path} writes it
     */
    static TileAddress parse(String path) {
        return TilePath.parse(path);
    }

    /**
     * Hashes of the tree. At level 0 they are leaf hashes; each hash at a higher level is that over a full tile of the level
     * below.
     *
     * @param level the tile's level, from 0 to 63
     */
    record OfHashes(int level, long index, int width) implements TileAddress {

        /** The number of tree levels that one level of tiles spans. */
        static final int HEIGHT = 8;

        private static final int MAX_LEVEL = 63;

        /**
         * A tile of hashes.
         *
         * @throws Malformed if level, index or width is outside its range
         */
        public OfHashes {
            if (level < 0 || level > MAX_LEVEL) {
                throw new Malformed("A tile's level is from 0 to " + MAX_LEVEL);
            }
            TilePath.requireValid(index, width);
        }

        /** The tile that holds this subtree's hash, or the hashes from which it follows, as a log of this size has it. */
        public static OfHashes of(Subtree subtree, long size) {
            int level = subtree.level() / HEIGHT;
            long index = (subtree.index() << (subtree.level() % HEIGHT)) / FULL;
            long row = size >> (HEIGHT * level);
            return new OfHashes(level, index, (int) Math.min(FULL, row - index * FULL));
        }

        @Override
        public OfHashes withWidth(int width) {
            return new OfHashes(level, index, width);
        }

        @Override
        public String path() {
            return TilePath.of(Integer.toString(level), this);
        }

        @Override
        public long row(long size) {
            return level * HEIGHT >= Long.SIZE ? 0 : size >> (level * HEIGHT);
        }
    }

    /** Entries of the log. */
    record OfEntries(long index, int width) implements TileAddress {

        /**
         * A bundle of entries.
         *
         * @throws Malformed if index or width is outside its range
         */
        public OfEntries {
            TilePath.requireValid(index, width);
        }

        /** The index of the bundle's first entry in the log. */
        public long begin() {
            return index * FULL;
        }

        @Override
        public OfEntries withWidth(int width) {
            return new OfEntries(index, width);
        }

        @Override
        public String path() {
            return TilePath.of(TilePath.ENTRIES, this);
        }

        @Override
        public long row(long size) {
            return size;
        }
    }
}
