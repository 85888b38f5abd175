package casebook.transparency;

/**
 * Where proofs get the hashes of a tree from: tiles, a database, or the entries themselves. Proofs ask for perfect
 * subtrees only, for at most two per level of the tree, and for no subtree that reaches beyond the size that they are
 * built for.
 */
@FunctionalInterface
public interface SubtreeHashes {

    /** The hash over the entries of this subtree. */
    Hash of(Subtree subtree);
}
