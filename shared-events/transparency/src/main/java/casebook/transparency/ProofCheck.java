package casebook.transparency;

/** What came of checking a proof. */
public enum ProofCheck {
    /** The proof proves what it claims. */
    HOLDS("the proof holds"),
    /** No proof between these sizes, or for this index and size, has that many hashes. */
    WRONG_LENGTH("the proof has too few or too many hashes"),
    /** The proof does not lead to the root of the tree: entry, proof or root was altered. */
    OTHER_ROOT("the proof does not lead to the root hash"),
    /** The proof does not lead to the root of the smaller tree: the larger tree does not extend it. */
    OTHER_OLD_ROOT("the proof does not lead to the root hash of the smaller tree");

    private final String sentence;

    ProofCheck(String sentence) {
        this.sentence = sentence;
    }

    /** Whether the proof proves what it claims. */
    public boolean holds() {
        return this == HOLDS;
    }

    /** The result in plain English, without a full stop. */
    @Override
    public String toString() {
        return sentence;
    }
}
