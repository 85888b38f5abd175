package casebook.transparency;

import java.util.Collection;

/**
 * A checkpoint and the note that carries it.
 *
 * @param checkpoint what the note's text says
 * @param note the text, the log's signature and perhaps cosignatures of witnesses
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

    /**
     * A checkpoint with its note.
     *
     * @throws Malformed if the note says something else
     */
    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.toString())) {
            throw new Malformed("The note is not that of the checkpoint");
        }
    }

    /**
     * Reads a checkpoint with its signatures.
     *
     * @throws Malformed if it is no note, or its text no checkpoint
     */
    public static SignedCheckpoint parse(String note) {
        return of(SignedNote.parse(note));
    }

    /**
     * Reads a checkpoint with its signatures.
     *
     * @throws Malformed if it is no note, or its text no checkpoint
     */
    public static SignedCheckpoint parse(byte[] note) {
        return of(SignedNote.parse(note));
    }

    /** The same checkpoint with cosignatures below. */
    public SignedCheckpoint with(Collection<NoteSignature> cosignatures) {
        return new SignedCheckpoint(checkpoint, note.with(cosignatures));
    }

    /**
     * Checks the signatures of the keys that are known. The result is {@link NoteCheck.Verified} only if the log itself
     * signed: a key whose name is the origin, and that does not make cosignatures. Witnesses alone do not make a checkpoint.
     *
     * @param known the log's keys, older ones too, and those of witnesses
     */
    public NoteCheck check(Collection<VerifierKey> known) {
        NoteCheck check = note.check(known);
        return check instanceof NoteCheck.Verified verified
                        && verified.signatures().stream().noneMatch(this::isOfTheLog)
                ? new NoteCheck.Unknown()
                : check;
    }

    /** The note as it is sent and stored. */
    @Override
    public String toString() {
        return note.toString();
    }

    private boolean isOfTheLog(VerifiedSignature signature) {
        return signature.key().type() == SignatureType.ED25519
                && signature.key().name().equals(checkpoint.origin());
    }

    private static SignedCheckpoint of(SignedNote note) {
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }
}
