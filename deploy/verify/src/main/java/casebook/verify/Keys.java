package casebook.verify;

import casebook.transparency.Malformed;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignedCheckpoint;
import casebook.transparency.VerifiedSignature;
import casebook.transparency.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of the log, older ones too, and of witnesses, which are trusted. */
record Keys(List<VerifierKey> trusted) {

    Keys {
        trusted = List.copyOf(trusted);
    }

    /**
     * Reads keys as the command line gives them.
     *
     * @param given each a file with one key a line, or a key itself
     * @throws Malformed if one is neither
     */
    static Keys read(List<String> given) throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String fileOrKey : given) {
            if (fileOrKey.contains("+") && !Files.exists(Path.of(fileOrKey))) {
                keys.add(VerifierKey.parse(fileOrKey));
                continue;
            }
            for (String line : Files.readAllLines(Path.of(fileOrKey))) {
                if (!line.isBlank()) {
                    keys.add(VerifierKey.parse(line.strip()));
                }
            }
        }
        return new Keys(keys);
    }

    /** The trusted keys that signed the checkpoint, the log's own among them. */
    List<VerifiedSignature> require(SignedCheckpoint checkpoint, String what) {
        NoteCheck check = checkpoint.check(trusted);
        if (check instanceof NoteCheck.Verified verified) {
            return verified.signatures();
        }
        if (check instanceof NoteCheck.Forged forged) {
            throw Wrong.Kind.ALTERED.with(
                    "%s is not what %s signed: its text or its signature was altered.".formatted(what, forged.key()));
        }
        throw Wrong.Kind.WRONG_KEY.with(
                "%s says that it is of %s, and no trusted key of that name signed it. It names %s."
                        .formatted(
                                what,
                                checkpoint.checkpoint().origin(),
                                checkpoint.note().signatures().stream()
                                        .map(signature -> "%s+%08x".formatted(signature.name(), signature.keyId()))
                                        .collect(Collectors.joining(", "))));
    }
}
