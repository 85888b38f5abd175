package casebook.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive entries that stand below one node of a tree: the whole tree, or what the recursive definition of RFC 6962,
 * section 2.1, splits off it. Only at the right edge of a tree is such a node no perfect subtree; its hash then follows
 * from the perfect subtrees into which the range falls.
 *
 * @param begin the index of the first entry
 * @param end the index after that of the last entry
 */
public record LeafRange(long begin, long end) {

    /**
     * A range below one node.
     *
     * @throws IllegalArgumentException if the range is empty, or begins where no node of its size can begin
     */
    public LeafRange {
        if (begin < 0 || end <= begin || begin % ceilingPowerOfTwo(end - begin) != 0) {
            throw new IllegalArgumentException("No node spans the entries from " + begin + " to " + end);
        }
    }

    /** The number of entries. */
    public long size() {
        return end - begin;
    }

    /** The perfect subtrees into which the range falls, from left to right, the largest first. */
    public List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        for (long next = begin; next < end; ) {
            int level = 63 - Long.numberOfLeadingZeros(end - next);
            subtrees.add(new Subtree(level, next >> level));
            next += 1L << level;
        }
        return subtrees;
    }

    /** The hash of the node. */
    public Hash hash(SubtreeHashes hashes) {
        return new CompactRange(size(), subtrees().stream().map(hashes::of).toList()).root();
    }

    /** Where RFC 6962 splits the range in two: at the largest power of two below its size. */
    long split() {
        return begin + Long.highestOneBit(size() - 1);
    }

    LeafRange left() {
        return new LeafRange(begin, split());
    }

    LeafRange right() {
        return new LeafRange(split(), end);
    }

    private static long ceilingPowerOfTwo(long size) {
        return Long.highestOneBit(size) == size ? size : Long.highestOneBit(size) << 1;
    }
}
