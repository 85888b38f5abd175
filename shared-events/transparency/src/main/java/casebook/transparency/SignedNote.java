package casebook.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with the signatures below it (C2SP {@code signed-note}): the text, an empty line, and one line for each
 * signature. Nothing is known of who signed it before it is checked.
 *
 * @param text the text, which ends with a newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The specification asks for at least 16; a limit keeps a foreign note from costing us time. */
    private static final int MAX_SIGNATURES = 100;

    private static final int MAX_LENGTH = 1_000_000;

    /**
     * A note of its parts.
     *
     * @throws Malformed if the text does not end with a newline or has other control characters, or there is no signature
     */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("A note's text ends with a newline and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new Malformed("A note has 1 to " + MAX_SIGNATURES + " signatures");
        }
    }

    /**
     * Reads a note.
     *
     * @throws Malformed if it is none
     */
    public static SignedNote parse(byte[] utf8) {
        if (utf8.length > MAX_LENGTH) {
            throw new Malformed("A note has at most " + MAX_LENGTH + " bytes");
        }
        return parse(Text.fromUtf8(utf8));
    }

    /**
     * Reads a note.
     *
     * @throws Malformed if it is none
     */
    public static SignedNote parse(String note) {
        int separator = note.lastIndexOf("\n\n");
        if (separator < 0 || !note.endsWith("\n")) {
            throw new Malformed("A note is a text, an empty line and signature lines");
        }
        String[] lines = note.substring(separator + 2).split("\n", -1);
        return new SignedNote(
                note.substring(0, separator + 1),
                Arrays.stream(lines, 0, lines.length - 1)
                        .map(NoteSignature::parse)
                        .toList());
    }

    /** The same note with more signatures below. */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /**
     * Checks the signatures of the keys that are known and ignores all others. Of several signatures by one key the first
     * counts.
     */
    public NoteCheck check(Collection<VerifierKey> known) {
        List<VerifiedSignature> verified = new ArrayList<>();
        Set<VerifierKey> seen = new HashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!key.made(signature) || !seen.add(key)) {
                    continue;
                }
                VerifiedSignature right = key.verify(text, signature);
                if (right == null) {
                    return new NoteCheck.Forged(key);
                }
                verified.add(right);
            }
        }
        return verified.isEmpty() ? new NoteCheck.Unknown() : new NoteCheck.Verified(verified);
    }

    /** The note as it is sent and stored: exactly what was read. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
