package casebook.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a Merkle tree to append to it and to know its root: the roots of the perfect subtrees into which
 * its entries fall, from left to right, the largest first. There is one for every bit that is set in the number of
 * entries, so at most 63. Immutable.
 *
 * @param size the number of entries
 * @param frontier the roots of the perfect subtrees, from left to right
 */
public record CompactRange(long size, List<Hash> frontier) {

    /** The tree without entries. */
    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    /**
     * Restores a tree from what was stored of it.
     *
     * @throws IllegalArgumentException unless the frontier has as many hashes as a tree of that size has perfect
     *     subtrees
     */
    public CompactRange {
        frontier = List.copyOf(frontier);
        if (size < 0 || Long.bitCount(size) != frontier.size()) {
            throw new IllegalArgumentException(
                    "A tree of " + size + " entries cannot have a frontier of " + frontier.size() + " hashes");
        }
    }

    /** The tree over these hashes, as if each were that of one entry. */
    public static CompactRange over(Iterable<Hash> hashes) {
        CompactRange tree = EMPTY;
        for (Hash hash : hashes) {
            tree = tree.append(hash);
        }
        return tree;
    }

    /** The tree with one entry more; its leaf hash is {@link Hash#leaf(byte[])}. */
    public CompactRange append(Hash leaf) {
        List<Hash> hashes = new ArrayList<>(frontier);
        Hash last = leaf;
        // A one at the end of the size is a perfect subtree just as large as the one that now ends the tree.
        for (long subtrees = size; (subtrees & 1) == 1; subtrees >>= 1) {
            last = Hash.node(hashes.remove(hashes.size() - 1), last);
        }
        hashes.add(last);
        return new CompactRange(size + 1, hashes);
    }

    /** The Merkle tree hash over all the entries. */
    public Hash root() {
        if (frontier.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        int last = frontier.size() - 1;
        Hash root = frontier.get(last);
        for (int i = last - 1; i >= 0; i--) {
            root = Hash.node(frontier.get(i), root);
        }
        return root;
    }
}
