package casebook.ledger;

import casebook.transparency.AddCheckpoint;
import casebook.transparency.NoteCheck;
import casebook.transparency.NoteSignature;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.SignedNote;
import casebook.transparency.VerifierKey;
import casebook.transparency.WitnessAnswer;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Gets the newest checkpoint cosigned by one witness. Not safe for several threads. */
final class WitnessRounds {

    /** The first may tell how far the witness is; in the second another process may have been faster. */
    private static final int MAX_ROUNDS = 3;

    private final WitnessClient client;
    private final VerifierKey key;
    private final CheckpointStore checkpoints;
    private final LedgerTree tree;
    private long cosigned;

    WitnessRounds(WitnessClient client, VerifierKey key, CheckpointStore checkpoints, LedgerTree tree) {
        this.client = client;
        this.key = key;
        this.checkpoints = checkpoints;
        this.tree = tree;
    }

    /**
     * Sends the newest checkpoint, unless the witness has cosigned it or it is over no events, and keeps what comes back with it.
     *
     * @return its size; empty if nothing had to be sent
     * @throws WitnessRefusal if the witness does not cosign, or with another key than its own
     */
    OptionalLong deliver() throws WitnessRefusal, IOException, InterruptedException {
        SignedCheckpoint newest =
                checkpoints.newest().map(StoredCheckpoint::signed).orElse(null);
        if (newest == null || newest.checkpoint().size() == 0 || hasCosigned(newest)) {
            return OptionalLong.empty();
        }
        long size = newest.checkpoint().size();
        SignedCheckpoint ours = new SignedCheckpoint(
                newest.checkpoint(),
                new SignedNote(newest.note().text(), newest.note().signatures().subList(0, 1)));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            switch (client.add(AddCheckpoint.since(cosigned, ours, tree.since(tree.at(cosigned), size)))) {
                case WitnessAnswer.Cosigned(List<NoteSignature> signatures) -> {
                    checkpoints.cosign(size, rightOnes(ours, signatures));
                    cosigned = size;
                    return OptionalLong.of(size);
                }
                case WitnessAnswer.OtherSize(long known) -> cosigned = requireWithin(known, size);
                case WitnessAnswer.Refused(int status) ->
                    throw new WitnessRefusal("It refused the checkpoint of size " + size + " with status " + status);
            }
        }
        throw new WitnessRefusal("It named " + MAX_ROUNDS + " different sizes in a row");
    }

    private boolean hasCosigned(SignedCheckpoint checkpoint) {
        return checkpoint.note().signatures().stream().anyMatch(this::isTheWitnesss);
    }

    private boolean isTheWitnesss(NoteSignature signature) {
        return signature.keyId() == key.id() && signature.name().equals(key.name());
    }

    private List<NoteSignature> rightOnes(SignedCheckpoint checkpoint, List<NoteSignature> signatures)
            throws WitnessRefusal {
        List<NoteSignature> own =
                signatures.stream().filter(this::isTheWitnesss).limit(1).toList();
        if (!(checkpoint.note().with(own).check(List.of(key)) instanceof NoteCheck.Verified)) {
            throw new WitnessRefusal("Its cosignature is not one of " + key);
        }
        return own;
    }

    /** Larger than ours may be that of another process, which is the newest in a moment. If it stays so, events were lost. */
    private static long requireWithin(long known, long size) throws WitnessRefusal {
        if (known > size) {
            throw new WitnessRefusal("It has cosigned " + known + " events, and the newest checkpoint has " + size);
        }
        return known;
    }
}
