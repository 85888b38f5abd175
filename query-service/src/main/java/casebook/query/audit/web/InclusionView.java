package casebook.query.audit.web;

import casebook.transparency.Hash;
import casebook.transparency.InclusionProof;
import casebook.transparency.LeafRange;
import casebook.transparency.Subtree;
import casebook.transparency.SubtreeHashes;
import java.util.List;

/** An inclusion proof as it is answered, with the two hashes between which it leads; all in base64. */
record InclusionView(long index, long size, String leafHash, String rootHash, List<String> hashes) {

    static InclusionView of(InclusionProof proof, SubtreeHashes tree) {
        return new InclusionView(
                proof.index(),
                proof.size(),
                tree.of(new Subtree(0, proof.index())).toBase64(),
                new LeafRange(0, proof.size()).hash(tree).toBase64(),
                proof.hashes().stream().map(Hash::toBase64).toList());
    }
}
