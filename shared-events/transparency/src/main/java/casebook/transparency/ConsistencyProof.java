package casebook.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that a tree extends a smaller one: that its first entries are those of the smaller one, in the same order
 * (RFC 6962, section 2.1.2; RFC 9162, section 2.1.4).
 *
 * @param from the number of entries of the smaller tree
 * @param to the number of entries of the larger tree
 * @param hashes the nodes from which both roots follow; none if the trees have the same size
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    /**
     * A proof that was made before. That it has the right number of hashes is for {@link #check} to find.
     *
     * @throws IllegalArgumentException unless 1 ≤ from ≤ to
     */
    public ConsistencyProof {
        requireOrdered(from, to);
        hashes = List.copyOf(hashes);
    }

    /**
     * The proof between two sizes of one tree.
     *
     * @throws IllegalArgumentException unless 1 ≤ from ≤ to
     */
    public static ConsistencyProof of(long from, long to, SubtreeHashes hashes) {
        return new ConsistencyProof(
                from,
                to,
                nodes(from, to).stream().map(node -> node.hash(hashes)).toList());
    }

    /**
     * The subtrees that {@link #of} asks for, for who has to gather them beforehand.
     *
     * @throws IllegalArgumentException unless 1 ≤ from ≤ to
     */
    public static List<Subtree> subtrees(long from, long to) {
        return nodes(from, to).stream()
                .flatMap(node -> node.subtrees().stream())
                .toList();
    }

    /** Checks the proof against the roots of both trees, each from a checkpoint of its size. */
    public ProofCheck check(Hash oldRoot, Hash newRoot) {
        if (from == to) {
            if (!hashes.isEmpty()) {
                return ProofCheck.WRONG_LENGTH;
            }
            return oldRoot.equals(newRoot) ? ProofCheck.HOLDS : ProofCheck.OTHER_OLD_ROOT;
        }
        // A smaller tree that is a perfect subtree is itself the node to begin with, and is not repeated in the proof.
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(from) == 1) {
            path.add(0, oldRoot);
        }
        return path.isEmpty() ? ProofCheck.WRONG_LENGTH : check(path, oldRoot, newRoot);
    }

    private ProofCheck check(List<Hash> path, Hash oldRoot, Hash newRoot) {
        int levels = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> levels;
        long last = (to - 1) >> levels;
        Hash oldHash = path.get(0);
        Hash newHash = path.get(0);
        for (Hash hash : path.subList(1, path.size())) {
            if (last == 0) {
                return ProofCheck.WRONG_LENGTH;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = Hash.node(hash, oldHash);
                newHash = Hash.node(hash, newHash);
                // Levels at which the last node of the larger tree has no sibling to its right.
                int alone = Long.numberOfTrailingZeros(node);
                node >>= alone;
                last >>= alone;
            } else {
                newHash = Hash.node(newHash, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return ProofCheck.WRONG_LENGTH;
        }
        if (!oldHash.equals(oldRoot)) {
            return ProofCheck.OTHER_OLD_ROOT;
        }
        return newHash.equals(newRoot) ? ProofCheck.HOLDS : ProofCheck.OTHER_ROOT;
    }

    private static List<LeafRange> nodes(long from, long to) {
        requireOrdered(from, to);
        List<LeafRange> fromRoot = new ArrayList<>();
        LeafRange node = new LeafRange(0, to);
        while (node.end() != from) {
            boolean left = from <= node.split();
            fromRoot.add(0, left ? node.right() : node.left());
            node = left ? node.left() : node.right();
        }
        if (node.begin() != 0) {
            fromRoot.add(0, node);
        }
        return fromRoot;
    }

    private static void requireOrdered(long from, long to) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No tree of " + to + " entries extends one of " + from);
        }
    }
}
