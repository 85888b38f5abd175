package casebook.transparency;

import java.util.List;

/** What came of checking the signatures of a note. */
public sealed interface NoteCheck {

    /**
     * The note is signed by keys that are known.
     *
     * @param signatures the signatures of known keys, one for each, in the order of the note
     */
    record Verified(List<VerifiedSignature> signatures) implements NoteCheck {

        /** A check that succeeded. */
        public Verified {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * A signature claims to be of a known key and is not: the text or the signature was altered.
     *
     * @param key the key that did not make the signature
     */
    record Forged(VerifierKey key) implements NoteCheck {}

    /** No signature is of a key that is known. */
    record Unknown() implements NoteCheck {}
}
