package casebook.query.audit.web;

import casebook.transparency.ConsistencyProof;
import casebook.transparency.Hash;
import java.util.List;

/** A consistency proof as it is answered, its hashes in base64. */
record ConsistencyView(long from, long to, List<String> hashes) {

    static ConsistencyView of(ConsistencyProof proof) {
        return new ConsistencyView(
                proof.from(),
                proof.to(),
                proof.hashes().stream().map(Hash::toBase64).toList());
    }
}
