package casebook.ledger;

import casebook.transparency.Malformed;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.VerifierKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A checkpoint as the database has it. Note and key are texts that nobody has checked: who trusts them checks the signatures first.
 *
 * @param size the number of events that it covers
 * @param note the whole signed note, with the cosignatures received so far
 * @param key the public key that signed it, a {@code vkey}; it stays beside the note, so that a key may be replaced
 * @param at when it was signed, to the millisecond
 */
public record StoredCheckpoint(long size, String note, String key, Instant at) {

    /** A checkpoint to be stored; the time is cut to the millisecond. */
    public static StoredCheckpoint of(SignedCheckpoint checkpoint, VerifierKey key, Instant at) {
        return new StoredCheckpoint(
                checkpoint.checkpoint().size(),
                checkpoint.toString(),
                key.toString(),
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * The note, read.
     *
     * @throws Malformed if it is no checkpoint
     */
    public SignedCheckpoint signed() {
        return SignedCheckpoint.parse(note);
    }

    /**
     * The key, read.
     *
     * @throws Malformed if it is no key
     */
    public VerifierKey verifier() {
        return VerifierKey.parse(key);
    }
}
