package casebook.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that an entry is in a tree, at this place: the hashes of the siblings on the way from its leaf to the root
 * (RFC 6962, section 2.1.1; RFC 9162, section 2.1.3).
 *
 * @param index the index of the entry
 * @param size the number of entries of the tree
 * @param hashes the siblings, the leaf's own first
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

    /**
     * A proof that was made before. That it has the right number of hashes is for {@link #check} to find.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public InclusionProof {
        requireWithin(index, size);
        hashes = List.copyOf(hashes);
    }

    /**
     * The proof for an entry.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public static InclusionProof of(long index, long size, SubtreeHashes hashes) {
        return new InclusionProof(
                index,
                size,
                siblings(index, size).stream().map(range -> range.hash(hashes)).toList());
    }

    /**
     * The subtrees that {@link #of} asks for, for who has to gather them beforehand.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public static List<Subtree> subtrees(long index, long size) {
        return siblings(index, size).stream()
                .flatMap(range -> range.subtrees().stream())
                .toList();
    }

    /**
     * Checks the proof.
     *
     * @param leaf the hash of the entry, {@link Hash#leaf}
     * @param root the root of the tree, from a checkpoint of this {@link #size}
     */
    public ProofCheck check(Hash leaf, Hash root) {
        Hash hash = leaf;
        long node = index;
        long last = size - 1;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return ProofCheck.WRONG_LENGTH;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                // Levels at which the last node of the tree has no sibling to its right.
                int levels = Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return ProofCheck.WRONG_LENGTH;
        }
        return hash.equals(root) ? ProofCheck.HOLDS : ProofCheck.OTHER_ROOT;
    }

    private static List<LeafRange> siblings(long index, long size) {
        requireWithin(index, size);
        List<LeafRange> fromRoot = new ArrayList<>();
        LeafRange node = new LeafRange(0, size);
        while (node.size() > 1) {
            boolean left = index < node.split();
            fromRoot.add(0, left ? node.right() : node.left());
            node = left ? node.left() : node.right();
        }
        return fromRoot;
    }

    private static void requireWithin(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " entries has no entry " + index);
        }
    }
}
