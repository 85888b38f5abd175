package casebook.ledger;

import casebook.transparency.Checkpoint;
import casebook.transparency.Malformed;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.VerifierKey;
import java.util.Set;

/**
 * The keys that the log has or had.
 *
 * @param trusted the only keys whose checkpoints count; empty if each counts that is signed by the key stored beside it
 */
record LogKeys(Set<VerifierKey> trusted) {

    LogKeys {
        trusted = Set.copyOf(trusted);
    }

    /**
     * What the log said in a stored checkpoint.
     *
     * @throws Forged if the log did not sign it
     */
    Checkpoint read(StoredCheckpoint stored) {
        try {
            SignedCheckpoint signed = stored.signed();
            VerifierKey key = stored.verifier();
            if (!trusted.isEmpty() && !trusted.contains(key)) {
                throw new Forged(stored, "is signed by " + key + ", which is no key of the log");
            }
            if (!(signed.check(Set.of(key)) instanceof NoteCheck.Verified)) {
                throw new Forged(stored, "is not what " + key + " signed");
            }
            if (signed.checkpoint().size() != stored.size()) {
                throw new Forged(
                        stored, "says that its size is " + signed.checkpoint().size());
            }
            return signed.checkpoint();
        } catch (Malformed e) {
            throw new Forged(stored, "cannot be read: " + e.getMessage());
        }
    }

    /** Whether the log signed a stored checkpoint. */
    boolean signed(StoredCheckpoint stored) {
        try {
            read(stored);
            return true;
        } catch (Forged e) {
            return false;
        }
    }

    /** A stored checkpoint is not what the log signed. */
    static final class Forged extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Forged(StoredCheckpoint stored, String what) {
            super("The checkpoint stored for size " + stored.size() + " " + what);
        }
    }
}
