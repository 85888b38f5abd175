package casebook.transparency;

/**
 * A perfect subtree: one whose number of entries is a power of two, and which begins at a multiple of it. Its hash never
 * changes once its entries are in the log, whatever is appended after them.
 *
 * @param level the height: the subtree has 2^level entries, so a leaf is at level 0
 * @param index the place among the subtrees of this level, from 0: the first entry is index · 2^level
 */
public record Subtree(int level, long index) {

    /**
     * A place in a tree.
     *
     * @throws IllegalArgumentException if no tree of at most 2^63 - 1 entries has this subtree
     */
    public Subtree {
        if (level < 0 || level > 62 || index < 0 || index >= Long.MAX_VALUE >> level) {
            throw new IllegalArgumentException("There is no subtree " + index + " of level " + level);
        }
    }

    /** The index of the first entry. */
    public long begin() {
        return index << level;
    }

    /** The index after that of the last entry. */
    public long end() {
        return (index + 1) << level;
    }
}
